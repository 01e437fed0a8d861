package chatterbox.receipt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.fanout.FanOut;
import chatterbox.journal.Batch;
import chatterbox.journal.Committed;
import chatterbox.journal.Logged;
import chatterbox.journal.StreamId;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;

/**
 * Tells the others in a direct room how far somebody has read it, whenever that may have changed: a marker moved, or they
 * began or ceased to tell. What there is to say is looked up when it is said, on a thread of its own, so that the journal
 * does not wait, the last word is the true one, and what changes faster than it can be said is said once.
 */
@Singleton
public class Telling implements Committed {
    private static final Logger LOG = System.getLogger(Telling.class.getName());

    /** More sockets than an account may have. */
    private static final int ALL_DEVICES = 1_000;

    private final Readers readers;
    private final FanOut fanOut;

    /** Rooms that are not direct, which they never become. Some 100 bytes each. */
    private final Cache<String, Boolean> others =
            Caffeine.newBuilder().maximumSize(100_000).build();

    private final Set<Change> waiting = new LinkedHashSet<>();

    /** One that runs and one that waits see to all changes: the latter takes whatever came until it begins. */
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            0,
            1,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            work -> {
                var made = new Thread(work, "chatterbox-receipts");
                made.setDaemon(true);
                return made;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    @Inject
    Telling(Readers readers, FanOut fanOut) {
        this.readers = readers;
        this.fanOut = fanOut;
    }

    /** Somebody's marker in a room, or all of theirs. */
    private sealed interface Change {
        record Marker(String room, String username) implements Change {}

        record Preference(String username) implements Change {}
    }

    @Override
    public void committed(Batch batch) {
        if (!batch.stream().isRoom()) {
            batch.entries().forEach(entry -> follow(batch.stream().name(), entry));
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private void follow(String username, Logged entry) {
        if (entry.tells(Event.Preferences.class)) {
            wait(new Change.Preference(username));
        } else if (entry.tells(Event.Read.class)) {
            var room = Codec.read(Event.Read.class, entry.json()).room();
            if (others.getIfPresent(room) == null) {
                wait(new Change.Marker(room, username));
            }
        }
    }

    private void wait(Change change) {
        synchronized (waiting) {
            waiting.add(change);
        }
        thread.execute(this::tellAll);
    }

    private void tellAll() {
        try {
            taken().forEach(this::tell);
        } catch (RuntimeException bug) {
            LOG.log(Level.WARNING, "What was read could not be told", bug);
        }
    }

    private List<Change> taken() {
        synchronized (waiting) {
            var taken = List.copyOf(waiting);
            waiting.clear();
            return taken;
        }
    }

    private void tell(Change change) {
        if (change instanceof Change.Marker marker) {
            tell(marker.room(), marker.username());
        } else if (change instanceof Change.Preference preference) {
            readers.directRooms(preference.username()).forEach(room -> tell(room, preference.username()));
        }
    }

    private void tell(String room, String username) {
        var news = readers.news(room, username);
        if (news.isEmpty()) {
            others.put(room, true);
            return;
        }
        news.get()
                .audience()
                .forEach(reader -> fanOut.tell(StreamId.user(reader), news.get().seen(), ALL_DEVICES));
    }
}
