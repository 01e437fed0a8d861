package chatterbox.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** Other people, by user name. */
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class PeopleResource {
    @Inject
    Accounts accounts;

    @GET
    @Path("{username}")
    public Event.Person person(@PathParam("username") String username) {
        return accounts.person(username)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("username"));
    }
}
