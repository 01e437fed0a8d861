package chatterbox.search;

import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.history.Window;
import chatterbox.protocol.Answer;

/** Searching over HTTP. */
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class SearchResource {
    @Inject
    Search search;

    @GET
    public Answer.Hits find(
            @QueryParam("q") String q,
            @QueryParam("before") String before,
            @QueryParam("limit") String limit,
            @Context SecurityContext caller) {
        var behind = Optional.ofNullable(before).map(Cursor::of);
        return search.find(caller.getUserPrincipal().getName(), Query.of(q), behind, Window.limit(limit));
    }
}
