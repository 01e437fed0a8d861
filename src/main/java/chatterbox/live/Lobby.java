package chatterbox.live;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.account.Accounts;
import chatterbox.fanout.FanOut;
import chatterbox.journal.Journal;
import chatterbox.journal.StreamId;
import chatterbox.outbox.Closing;
import chatterbox.outbox.Senders;
import chatterbox.outbox.Transport;
import chatterbox.presence.Presence;
import chatterbox.protocol.Event;
import chatterbox.room.Rooms;
import chatterbox.session.Caller;
import chatterbox.session.LoginSessions;
import chatterbox.settings.LimitSettings;
import chatterbox.settings.LiveSettings;
import chatterbox.settings.MessageSettings;

/** Where sockets come in, are welcomed, and go out. */
@Singleton
final class Lobby {
    private static final Logger LOG = System.getLogger(Lobby.class.getName());
    private static final int PROTOCOL = 1;

    private final SessionRegistry registry;
    private final Presence presence;
    private final FanOut fanOut;
    private final Senders senders;
    private final Journal journal;
    private final Accounts accounts;
    private final LoginSessions loginSessions;
    private final Rooms rooms;
    private final LimitSettings limits;
    private final Event.Limits toldLimits;

    @Inject
    Lobby(
            SessionRegistry registry,
            Presence presence,
            FanOut fanOut,
            Senders senders,
            Journal journal,
            Accounts accounts,
            LoginSessions loginSessions,
            Rooms rooms,
            MessageSettings messages,
            LiveSettings live,
            LimitSettings limits) {
        this.registry = registry;
        this.presence = presence;
        this.fanOut = fanOut;
        this.senders = senders;
        this.journal = journal;
        this.accounts = accounts;
        this.loginSessions = loginSessions;
        this.rooms = rooms;
        this.limits = limits;
        toldLimits = new Event.Limits(messages.textLimit(), live.presenceLines());
    }

    LiveSession session(Caller caller, Transport transport) {
        return new LiveSession(caller, senders.outbox(transport), limits);
    }

    /** Lets a socket in and welcomes it; its first frame is the welcome. */
    void enter(LiveSession session) {
        registry.add(session);
        try {
            admit(session);
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "A socket could not be welcomed", fault);
            session.outbox().end(Closing.FAULT);
        }
        if (!session.outbox().isOpen()) {
            leave(session); // Its close may have come before there was anything to leave.
        }
    }

    /** The socket is gone; may be called again. */
    void leave(LiveSession session) {
        session.outbox().stop();
        registry.remove(session);
        session.unfollowAll(fanOut::unfollow);
        presence.leave(session);
    }

    /** Looked at after registering: a login session that ends in between is either seen here or told to the registry. */
    private void admit(LiveSession session) {
        if (loginSessions.isLive(session.caller().session())) {
            welcome(session);
        } else {
            session.outbox().end(Closing.SIGN_IN_AGAIN);
        }
    }

    private void welcome(LiveSession session) {
        var username = session.username();
        var me = accounts.me(username).orElseThrow();
        var theirRooms = rooms.of(username);
        var own = new Event.Head(journal.head(StreamId.user(username)));
        presence.enter(
                session,
                session.outbox()::offer,
                new Event.Person(username, me.displayName()),
                online -> new Event.Welcome(PROTOCOL, journal.epoch(), me, theirRooms, own, online, toldLimits));
    }
}
