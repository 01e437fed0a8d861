package chatterbox.presence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.outbox.Chunk;
import chatterbox.protocol.Asker;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.settings.LiveSettings;

/**
 * Who is online, and who of them is away. Somebody comes with the first socket and goes when the last one has been closed
 * for the grace period, so that a reload, a lost line or a restarted browser is no news; somebody is away while all of
 * their sockets say that nobody touches them. Changes gather and are told together, in one event that is written once for
 * everybody, and what was undone in between is not told at all. Never stored. For any thread.
 */
@Singleton
public final class Presence {
    /** A newcomer is told so many names; the count is always whole. */
    private static final int NAMES = 200;

    private final long graceNanos;
    private final TreeMap<String, Attendee> online = new TreeMap<>();
    private final Map<String, Long> leftAt = new HashMap<>();
    private final Map<String, Event.Person> came = new LinkedHashMap<>();
    private final Set<String> went = new TreeSet<>();
    private final Set<String> turned = new LinkedHashSet<>();
    private final Map<Asker, Consumer<Chunk>> audience = new LinkedHashMap<>();

    @Inject
    Presence(LiveSettings settings) {
        graceNanos = settings.presenceGrace().toNanos();
    }

    /** Counts a socket in, and greets it before {@code ear} can be told of any change. */
    public synchronized void enter(
            Asker socket, Consumer<Chunk> ear, Event.Person person, Function<Event.Online.Snapshot, Event> greeting) {
        var username = person.username();
        leftAt.remove(username);
        var attendee = online.computeIfAbsent(username, newcomer -> {
            came.put(username, person);
            return new Attendee(person);
        });
        attendee.enter(socket, person);
        turned.add(username);
        socket.answer(greeting.apply(snapshot()));
        audience.put(socket, ear);
    }

    /** The socket was closed; may be called again. */
    public synchronized void leave(Asker socket) {
        leave(socket, System.nanoTime());
    }

    /** Nothing was heard of the socket for longer than the grace period: it is not waited for any more. */
    public synchronized void vanish(Asker socket) {
        leave(socket, System.nanoTime() - graceNanos);
    }

    private void leave(Asker socket, long since) {
        if (audience.remove(socket) != null) {
            if (online.get(socket.username()).leave(socket)) {
                leftAt.put(socket.username(), since);
            }
            turned.add(socket.username());
        }
    }

    /** Whether nobody touches this socket. */
    public synchronized void turn(Asker socket, boolean isIdle) {
        if (audience.containsKey(socket)) {
            online.get(socket.username()).turn(socket, isIdle);
            turned.add(socket.username());
        }
    }

    /** Lets those go whose grace is over, and tells what changed since the last time. */
    public synchronized void tell() {
        var now = System.nanoTime();
        leftAt.entrySet().removeIf(left -> now - left.getValue() >= graceNanos && goes(left.getKey()));
        var away = new ArrayList<String>();
        var back = new ArrayList<String>();
        turned.stream()
                .map(online::get)
                .filter(attendee -> attendee != null && attendee.becomesTold())
                .forEach(attendee ->
                        (attendee.isAway() ? away : back).add(attendee.person().username()));
        turned.clear();
        if (came.isEmpty() && went.isEmpty() && away.isEmpty() && back.isEmpty()) {
            return;
        }
        var news = new Event.Online(
                online.size(), List.copyOf(came.values()), List.copyOf(went), unlessEmpty(away), unlessEmpty(back));
        came.clear();
        went.clear();
        var chunk = Chunk.of(Codec.write(news));
        audience.values().forEach(ear -> ear.accept(chunk));
    }

    private boolean goes(String username) {
        online.remove(username);
        if (came.remove(username) == null) {
            went.add(username);
        }
        return true;
    }

    private Event.Online.Snapshot snapshot() {
        var first = online.values().stream().limit(NAMES).toList();
        var people = first.stream().map(Attendee::person).toList();
        var away = first.stream()
                .filter(Attendee::isToldAway)
                .map(attendee -> attendee.person().username())
                .toList();
        return new Event.Online.Snapshot(online.size(), people, unlessEmpty(away));
    }

    private static Optional<List<String>> unlessEmpty(List<String> usernames) {
        return usernames.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(usernames));
    }
}
