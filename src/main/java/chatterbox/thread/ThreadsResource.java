package chatterbox.thread;

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

/** The threads that the caller follows, over HTTP. */
@Path("me/threads")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class ThreadsResource {
    @Inject
    FollowedThreads threads;

    @GET
    public Answer.Threads mine(
            @QueryParam("before") String before, @QueryParam("limit") String limit, @Context SecurityContext caller) {
        var behind = Optional.ofNullable(before).map(Cursor::of).orElse(Cursor.NEWEST);
        return threads.of(caller.getUserPrincipal().getName(), behind, Window.limit(limit));
    }
}
