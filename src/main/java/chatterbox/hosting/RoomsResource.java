package chatterbox.hosting;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.protocol.Event;
import chatterbox.room.Kind;
import chatterbox.room.Rooms;

/** The caller's rooms over HTTP. */
@Path("rooms")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Singleton
public final class RoomsResource {
    @Inject
    Rooms rooms;

    @Inject
    Hosting hosting;

    /** All rooms of one person. */
    public record Mine(List<Event.RoomHead> rooms) {}

    /** A room to be. */
    public record NewRoom(String name, Kind kind, Optional<String> topic) {}

    @GET
    public Mine mine(@Context SecurityContext caller) {
        return new Mine(rooms.of(caller.getUserPrincipal().getName()));
    }

    @POST
    public Response found(NewRoom room, @Context SecurityContext caller) {
        var founder = caller.getUserPrincipal().getName();
        var founded = hosting.found(founder, room.name(), room.topic().orElse(""), room.kind());
        return Response.status(Status.CREATED).entity(founded).build();
    }
}
