package chatterbox.room;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** The caller's rooms over HTTP. */
@Path("rooms")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class RoomsResource {
    @Inject
    Rooms rooms;

    @Inject
    Memberships memberships;

    /** All rooms of one person. */
    public record Mine(List<Event.RoomHead> rooms) {}

    @GET
    public Mine mine(@Context SecurityContext caller) {
        return new Mine(rooms.of(caller.getUserPrincipal().getName()));
    }

    @GET
    @Path("{room}")
    public RoomSnapshot one(@PathParam("room") String room, @Context SecurityContext caller) {
        memberships.require(room, caller.getUserPrincipal().getName());
        return rooms.snapshot(room)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("room"));
    }
}
