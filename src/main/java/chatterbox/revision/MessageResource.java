package chatterbox.revision;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.history.History;
import chatterbox.history.Window;
import chatterbox.message.Answers;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Event;
import chatterbox.room.Memberships;

/** One message over HTTP: looking at it and changing it. */
@Path("rooms/{room}/messages/{seq}")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class MessageResource {
    @Inject
    Memberships memberships;

    @Inject
    History history;

    @Inject
    Revising revising;

    @Inject
    Answers answers;

    /** The text that the message is to have. */
    public record NewText(String text) {}

    @GET
    public Event.Message one(
            @PathParam("room") String room, @PathParam("seq") String seq, @Context SecurityContext caller) {
        return history.message(room, visible(room, seq, caller));
    }

    @GET
    @Path("edits")
    public Answer.Versions edits(
            @PathParam("room") String room, @PathParam("seq") String seq, @Context SecurityContext caller) {
        return history.versions(room, visible(room, seq, caller));
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public void edit(
            @PathParam("room") String room,
            @PathParam("seq") String seq,
            NewText wanted,
            @Context SecurityContext caller,
            @Suspended AsyncResponse response) {
        var target = target(room, seq, caller);
        send(response, () -> revising.edit(target, wanted.text()));
    }

    @DELETE
    public void delete(
            @PathParam("room") String room,
            @PathParam("seq") String seq,
            @Context SecurityContext caller,
            @Suspended AsyncResponse response) {
        var target = target(room, seq, caller);
        send(response, () -> revising.delete(target));
    }

    @PUT
    @Path("reactions/{emoji}")
    public void react(
            @PathParam("room") String room,
            @PathParam("seq") String seq,
            @PathParam("emoji") String emoji,
            @Context SecurityContext caller,
            @Suspended AsyncResponse response) {
        var target = target(room, seq, caller);
        send(response, () -> revising.react(target, emoji, Wish.ON));
    }

    @DELETE
    @Path("reactions/{emoji}")
    public void takeBack(
            @PathParam("room") String room,
            @PathParam("seq") String seq,
            @PathParam("emoji") String emoji,
            @Context SecurityContext caller,
            @Suspended AsyncResponse response) {
        var target = target(room, seq, caller);
        send(response, () -> revising.react(target, emoji, Wish.OFF));
    }

    @PUT
    @Path("pin")
    public void pin(
            @PathParam("room") String room,
            @PathParam("seq") String seq,
            @Context SecurityContext caller,
            @Suspended AsyncResponse response) {
        var target = target(room, seq, caller);
        send(response, () -> revising.pin(target, Wish.ON));
    }

    @DELETE
    @Path("pin")
    public void unpin(
            @PathParam("room") String room,
            @PathParam("seq") String seq,
            @Context SecurityContext caller,
            @Suspended AsyncResponse response) {
        var target = target(room, seq, caller);
        send(response, () -> revising.pin(target, Wish.OFF));
    }

    private void send(AsyncResponse response, Supplier<CompletionStage<Void>> work) {
        answers.send(
                response,
                () -> work.get().thenApply(nothing -> Response.noContent().build()));
    }

    private long visible(String room, String seq, SecurityContext caller) {
        memberships.require(room, caller.getUserPrincipal().getName());
        return Window.seq("seq", seq);
    }

    private static Target target(String room, String seq, SecurityContext caller) {
        return new Target(
                room, Window.seq("seq", seq), caller.getUserPrincipal().getName());
    }
}
