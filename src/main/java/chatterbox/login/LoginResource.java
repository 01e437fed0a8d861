package chatterbox.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import chatterbox.origin.ClientAddress;
import chatterbox.origin.Device;

/** Signing in over HTTP. */
@Path("login")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Singleton
public final class LoginResource {
    @Inject
    SignIn signIn;

    @Inject
    ClientAddress addresses;

    @Inject
    SignInAnswer answer;

    /** What somebody signs in with. */
    public record Credentials(String username, String password) {}

    @POST
    @Anonymous
    public Response login(Credentials credentials, @Context HttpServletRequest request) {
        var device = Device.of(addresses.of(request), request.getHeader("User-Agent"));
        var signedIn = signIn.signIn(credentials.username(), credentials.password(), device);
        return answer.of(Response.Status.OK, signedIn, request);
    }
}
