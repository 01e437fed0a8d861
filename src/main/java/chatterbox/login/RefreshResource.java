package chatterbox.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import chatterbox.origin.Origins;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.session.LoginSessions;

/** New tokens for the refresh cookie, which counts nowhere else. */
@Path("refresh")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class RefreshResource {
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
    public Response refresh(@Context HttpServletRequest request) {
        origins.requireOwnPage(request);
        var token = cookies.refresh(request).orElseThrow(() -> Refusal.of(Reason.SIGN_IN_AGAIN));
        return answer.of(Response.Status.OK, sessions.refresh(token), request);
    }
}
