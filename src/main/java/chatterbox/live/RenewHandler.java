package chatterbox.live;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.login.Authenticator;
import chatterbox.outbox.Closing;
import chatterbox.protocol.Asker;
import chatterbox.protocol.Command;
import chatterbox.protocol.CommandHandler;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.session.LoginSessions;
import chatterbox.settings.IdentitySettings;

/** {@code renew}: the socket goes on living on the login session of a fresh token of the same account. */
@Singleton
final class RenewHandler implements CommandHandler<Command.Renew> {
    private final Authenticator authenticator;
    private final LoginSessions loginSessions;
    private final IdentitySettings settings;

    @Inject
    RenewHandler(Authenticator authenticator, LoginSessions loginSessions, IdentitySettings settings) {
        this.authenticator = authenticator;
        this.loginSessions = loginSessions;
        this.settings = settings;
    }

    @Override
    public Class<Command.Renew> command() {
        return Command.Renew.class;
    }

    @Override
    public void handle(Command.Renew command, Asker asker) {
        var session = (LiveSession) asker;
        var renewed = authenticator.caller(command.token());
        if (!renewed.username().equals(session.username())) {
            throw Refusal.of(Reason.SIGN_IN_AGAIN);
        }
        session.moveTo(renewed.from(session.caller().address()));
        if (!loginSessions.isLive(
                renewed.session())) { // It ended just before the move, when nobody looked for it here.
            session.outbox().end(Closing.SIGN_IN_AGAIN);
        }
        session.answer(new Event.Renewed(settings.accessTokenLife().toSeconds()));
    }
}
