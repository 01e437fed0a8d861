package chatterbox.live;

import com.github.benmanes.caffeine.cache.Ticker;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.outbox.Closing;
import chatterbox.session.Caller;
import chatterbox.session.Ending;
import chatterbox.session.SessionsEnded;
import chatterbox.settings.LimitSettings;

/** All open sockets of this process. For any thread. */
@Singleton
public final class SessionRegistry implements SessionsEnded {
    private final Set<LiveSession> sessions = ConcurrentHashMap.newKeySet();
    private final Places places;

    @Inject
    SessionRegistry(LimitSettings limits) {
        places = new Places(limits, Ticker.systemTicker());
    }

    /**
     * Reserves a place for a socket before its handshake; a {@code Refusal} {@code too-many} when the caller's account or
     * address holds as many as it may.
     */
    public void reserve(Caller caller) {
        places.reserve(caller);
    }

    /** The handshake failed: nothing came of what was reserved. */
    public void giveBack(Caller caller) {
        places.giveBack(caller);
    }

    /** Closes the sockets of login sessions that are over. */
    @Override
    public void ended(Collection<UUID> ended, Ending why) {
        var closing = why.mayReturn() ? Closing.SIGN_IN_AGAIN : Closing.DO_NOT_RETURN;
        forEach(session -> {
            if (ended.contains(session.caller().session())) {
                session.outbox().end(closing);
            }
        });
    }

    void add(LiveSession session) {
        sessions.add(session);
        places.take(session.caller());
    }

    /** Forgets the session; may be called again. */
    void remove(LiveSession session) {
        if (sessions.remove(session)) {
            places.leave(session.caller());
        }
    }

    void forEach(Consumer<LiveSession> action) {
        sessions.forEach(action);
    }

    /** Closes all sockets with a code that means: come back in a moment. */
    public void close() {
        forEach(session -> session.outbox().end(Closing.RESTART));
    }
}
