package chatterbox.account;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** Other people, by user name. */
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class PeopleResource {
    private static final int MOST = 20;

    @Inject
    Accounts accounts;

    /** People by name. */
    public record Found(List<Event.Person> people) {}

    @GET
    public Found search(@QueryParam("query") @DefaultValue("") String query) {
        return new Found(accounts.search(query, MOST));
    }

    @GET
    @Path("{username}")
    public Event.Person person(@PathParam("username") String username) {
        return accounts.person(username)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("username"));
    }
}
