package chatterbox.login;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.account.Accounts;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** Who the caller is. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class MeResource {
    @Inject
    Accounts accounts;

    @GET
    public Event.Me me(@Context SecurityContext caller) {
        return accounts.me(caller.getUserPrincipal().getName()).orElseThrow(() -> Refusal.of(Reason.SIGN_IN_AGAIN));
    }
}
