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

import chatterbox.account.Registration;
import chatterbox.origin.ClientAddress;
import chatterbox.origin.Device;
import chatterbox.session.LoginSessions;

/** Registering over HTTP; whoever registers is signed in. */
@Path("register")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Singleton
public final class RegisterResource {
    @Inject
    Registration registration;

    @Inject
    LoginSessions sessions;

    @Inject
    ClientAddress addresses;

    @Inject
    SignInAnswer answer;

    @POST
    @Anonymous
    public Response register(Registration.NewAccount wanted, @Context HttpServletRequest request) {
        var address = addresses.of(request);
        var username = registration.register(wanted, address);
        var signedIn = sessions.start(username, Device.of(address, request.getHeader("User-Agent")));
        return answer.of(Response.Status.CREATED, signedIn, request);
    }
}
