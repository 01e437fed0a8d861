package chatterbox.authority;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.account.Accounts;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** Becoming the first administrator over HTTP. */
@Path("setup")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Singleton
public final class SetupResource {
    @Inject
    Setup setup;

    @Inject
    Accounts accounts;

    /** The code from the start log. */
    public record Claim(String code) {}

    @POST
    public Event.Me claim(Claim claim, @Context SecurityContext caller) {
        var username = caller.getUserPrincipal().getName();
        setup.claim(username, claim.code());
        return accounts.me(username).orElseThrow(() -> Refusal.of(Reason.SIGN_IN_AGAIN));
    }
}
