package chatterbox.live;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.outbox.Closing;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.session.Caller;
import chatterbox.session.Ending;
import chatterbox.session.SessionsEnded;
import chatterbox.settings.LiveSettings;

/** All open sockets of this process. For any thread. */
@Singleton
public final class SessionRegistry implements SessionsEnded {
    private static final Duration COME_BACK = Duration.ofSeconds(30);

    private final Set<LiveSession> sessions = ConcurrentHashMap.newKeySet();
    private final Tally users = new Tally();
    private final Tally addresses = new Tally();
    private final LiveSettings settings;

    @Inject
    SessionRegistry(LiveSettings settings) {
        this.settings = settings;
    }

    /**
     * Refuses {@code too-many} when the caller's account or address holds as many sockets as it may. Those that come at
     * the very same moment may all pass.
     */
    public void admit(Caller caller) {
        if (users.of(caller.username()) >= settings.socketsPerUser()
                || addresses.of(caller.address()) >= settings.socketsPerAddress()) {
            throw Refusal.of(Reason.TOO_MANY).retryAfter(COME_BACK);
        }
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
        users.add(session.caller().username());
        addresses.add(session.caller().address());
    }

    /** Forgets the session; may be called again. */
    void remove(LiveSession session) {
        if (sessions.remove(session)) {
            users.remove(session.caller().username());
            addresses.remove(session.caller().address());
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
