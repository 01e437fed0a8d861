package chatterbox.message;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.history.History;
import chatterbox.history.Window;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Command;
import chatterbox.room.Memberships;

/** A room's messages over HTTP. */
@Path("rooms/{room}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Singleton
public final class MessagesResource {
    @Inject
    Memberships memberships;

    @Inject
    History history;

    @Inject
    Posting posting;

    @Inject
    Answers answers;

    /** The command {@code post} as a request's body; the room stands in the address. */
    public record NewMessage(
            UUID id, String text, Optional<Long> replyTo, Optional<Long> thread, Optional<Boolean> also) {
        Command.Post command(String room) {
            return new Command.Post(id, room, text, replyTo, thread, also);
        }
    }

    @GET
    public Answer.Page page(
            @PathParam("room") String room,
            @QueryParam("after") String after,
            @QueryParam("before") String before,
            @QueryParam("around") String around,
            @QueryParam("at") String at,
            @QueryParam("limit") String limit,
            @Context SecurityContext caller) {
        memberships.require(room, caller.getUserPrincipal().getName());
        if (at != null) {
            return history.at(room, Window.instant("at", at), Window.limit(limit));
        }
        return around == null
                ? history.page(room, Window.of(after, before, limit))
                : history.around(room, Window.seq("around", around), Window.limit(limit));
    }

    /** The command {@code post} of the socket, with the same answer. */
    @POST
    public void post(
            @PathParam("room") String room,
            NewMessage message,
            @Context SecurityContext caller,
            @Suspended AsyncResponse response) {
        var author = caller.getUserPrincipal().getName();
        answers.send(response, () -> posting.post(author, message.command(room)));
    }
}
