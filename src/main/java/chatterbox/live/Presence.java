package chatterbox.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.outbox.Chunk;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.settings.LiveSettings;

/**
 * Who is online. Somebody comes with the first socket and goes when the last one has been closed for the grace period,
 * so that a reload, a lost line or a restarted browser is no news. Changes gather and are told together, and what was
 * undone in between is not told at all. Never stored. For any thread.
 */
@Singleton
final class Presence {
    /** A newcomer is told so many names; the count is always whole. */
    private static final int NAMES = 200;

    private final long graceNanos;
    private final Tally sockets = new Tally();
    private final TreeMap<String, Event.Person> online = new TreeMap<>();
    private final Map<String, Long> leftAt = new HashMap<>();
    private final Map<String, Event.Person> came = new LinkedHashMap<>();
    private final Set<String> went = new TreeSet<>();
    private final Set<LiveSession> audience = new LinkedHashSet<>();

    @Inject
    Presence(LiveSettings settings) {
        graceNanos = settings.presenceGrace().toNanos();
    }

    /** Counts a session in, and greets it before it can be told of any change. */
    synchronized void enter(LiveSession session, Event.Person person, Function<Event.Online.Snapshot, Event> greeting) {
        sockets.add(person.username());
        leftAt.remove(person.username());
        if (online.put(person.username(), person) == null && !went.remove(person.username())) {
            came.put(person.username(), person);
        }
        session.answer(greeting.apply(snapshot()));
        audience.add(session);
    }

    synchronized void leave(LiveSession session) {
        if (audience.remove(session) && sockets.remove(session.username()) == 0) {
            leftAt.put(session.username(), System.nanoTime());
        }
    }

    /** Lets those go whose grace is over, and tells what changed since the last time. */
    synchronized void tell() {
        var now = System.nanoTime();
        leftAt.entrySet().removeIf(left -> now - left.getValue() >= graceNanos && goes(left.getKey()));
        if (came.isEmpty() && went.isEmpty()) {
            return;
        }
        var news = new Event.Online(online.size(), List.copyOf(came.values()), List.copyOf(went));
        came.clear();
        went.clear();
        var chunk = Chunk.of(Codec.write(news));
        audience.forEach(session -> session.outbox().offer(chunk));
    }

    private boolean goes(String username) {
        online.remove(username);
        if (came.remove(username) == null) {
            went.add(username);
        }
        return true;
    }

    private Event.Online.Snapshot snapshot() {
        return new Event.Online.Snapshot(
                online.size(), online.values().stream().limit(NAMES).toList());
    }
}
