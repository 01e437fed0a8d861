package chatterbox.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import chatterbox.origin.Origins;
import chatterbox.session.Ending;
import chatterbox.session.LoginSessions;

/** Signing out: ends the session of whatever credential the request has, be it expired, and takes the cookies away. */
@Path("logout")
@Singleton
public final class LogoutResource {
    @Inject
    Authenticator authenticator;

    @Inject
    LoginSessions sessions;

    @Inject
    Cookies cookies;

    @Inject
    Origins origins;

    @Inject
    SignInAnswer answer;

    @POST
    @Anonymous
    public Response logout(@Context HttpServletRequest request) {
        authenticator.visitor(request).known().ifPresent(caller -> sessions.end(caller.session(), Ending.SIGNED_OUT));
        cookies.refresh(request).ifPresent(token -> {
            origins.requireOwnPage(request);
            sessions.session(token).ifPresent(session -> sessions.end(session, Ending.SIGNED_OUT));
        });
        return answer.signedOut(request);
    }
}
