package chatterbox.live;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.outbox.Closing;
import chatterbox.presence.Presence;
import chatterbox.settings.LiveSettings;

/**
 * What happens by the clock: sockets are pinged and sent an empty frame, those that have stopped reading or were not
 * heard of for two and a half beats are closed, and presence is told. Our own thread and our own heartbeat: the servers'
 * idle timeouts differ in what they count and in how they close.
 */
@Singleton
public class Heartbeat {
    private static final Logger LOG = System.getLogger(Heartbeat.class.getName());
    private static final long TICK_MILLIS = 250;

    private final SessionRegistry registry;
    private final Presence presence;
    private final long beatNanos;
    private final long silenceNanos;
    private final long stallNanos;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "chatterbox-heartbeat");
        thread.setDaemon(true);
        return thread;
    });
    private long lastBeat = System.nanoTime();

    @Inject
    Heartbeat(SessionRegistry registry, Presence presence, LiveSettings settings) {
        this.registry = registry;
        this.presence = presence;
        beatNanos = settings.heartbeat().toNanos();
        silenceNanos = beatNanos * 5 / 2;
        stallNanos = settings.sendTimeout().toNanos();
    }

    /** Starts the clock with the deployment. */
    public void start() {
        clock.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    public void stop() {
        clock.shutdownNow();
    }

    private void tick() {
        try {
            var beats = System.nanoTime() - lastBeat >= beatNanos;
            if (beats) {
                lastBeat = System.nanoTime();
            }
            registry.forEach(session -> check(session, beats));
            presence.tell();
        } catch (RuntimeException bug) { // the executor would stop without a word
            LOG.log(Level.ERROR, "A heartbeat failed", bug);
        }
    }

    private void check(LiveSession session, boolean beats) {
        if (session.outbox().stalledNanos() > stallNanos) {
            session.outbox().end(Closing.TOO_SLOW);
        } else if (session.silentNanos() > silenceNanos) {
            presence.vanish(session); // At once: some servers take long to close a line that nobody is at.
            session.outbox().end(Closing.SILENT);
        } else if (beats) {
            session.outbox().beat();
        }
    }
}
