package chatterbox.thread;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.history.History;
import chatterbox.history.Window;
import chatterbox.journal.Journal;
import chatterbox.protocol.Answer;
import chatterbox.room.Memberships;

/** The thread under one message over HTTP, and the caller's place in it. */
@Path("rooms/{room}/messages/{seq}/thread")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class ThreadResource {
    @Inject
    Memberships memberships;

    @Inject
    History history;

    @Inject
    Following following;

    /** How far the caller has read it. */
    public record Marker(long upTo) {}

    @GET
    public Answer.Thread page(
            @PathParam("room") String room,
            @PathParam("seq") String seq,
            @QueryParam("after") String after,
            @QueryParam("before") String before,
            @QueryParam("limit") String limit,
            @Context SecurityContext caller) {
        memberships.require(room, name(caller));
        var seat = new Seat(room, root(seq), name(caller));
        return history.thread(room, seat.root(), Window.of(after, before, limit), seat::marker);
    }

    @PUT
    @Path("read")
    @Consumes(MediaType.APPLICATION_JSON)
    public void read(
            @PathParam("room") String room,
            @PathParam("seq") String seq,
            Marker marker,
            @Context SecurityContext caller) {
        Journal.await(following.read(name(caller), room, root(seq), marker.upTo()));
    }

    @PUT
    @Path("following")
    public void follow(@PathParam("room") String room, @PathParam("seq") String seq, @Context SecurityContext caller) {
        Journal.await(following.follow(name(caller), room, root(seq)));
    }

    @DELETE
    @Path("following")
    public void stop(@PathParam("room") String room, @PathParam("seq") String seq, @Context SecurityContext caller) {
        Journal.await(following.stop(name(caller), room, root(seq)));
    }

    private static long root(String seq) {
        return Window.seq("seq", seq);
    }

    private static String name(SecurityContext caller) {
        return caller.getUserPrincipal().getName();
    }
}
