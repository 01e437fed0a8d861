package chatterbox.hosting;

import java.util.List;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.room.Memberships;
import chatterbox.room.Rooms;

/** One room over HTTP: what it is, who is in it, who owns it. */
@Path("rooms/{room}")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class RoomResource {
    @Inject
    Rooms rooms;

    @Inject
    Memberships memberships;

    @Inject
    Hosting hosting;

    /** Everybody in a room, by user name. */
    public record Members(List<Rooms.Member> people) {}

    @GET
    public Rooms.Snapshot one(@PathParam("room") String room, @Context SecurityContext caller) {
        var reader = caller.getUserPrincipal().getName();
        memberships.require(room, reader);
        return rooms.snapshot(room, reader);
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(@PathParam("room") String room, Hosting.Changes changes, @Context SecurityContext caller) {
        hosting.change(caller.getUserPrincipal().getName(), room, changes);
    }

    @GET
    @Path("members")
    public Members members(@PathParam("room") String room, @Context SecurityContext caller) {
        memberships.require(room, caller.getUserPrincipal().getName());
        return new Members(rooms.members(room));
    }

    @PUT
    @Path("members/{username}")
    public void bringIn(
            @PathParam("room") String room, @PathParam("username") String username, @Context SecurityContext caller) {
        hosting.bringIn(caller.getUserPrincipal().getName(), room, username);
    }

    @DELETE
    @Path("members/{username}")
    public void takeOut(
            @PathParam("room") String room, @PathParam("username") String username, @Context SecurityContext caller) {
        hosting.takeOut(caller.getUserPrincipal().getName(), room, username);
    }

    @PUT
    @Path("owners/{username}")
    public void appoint(
            @PathParam("room") String room, @PathParam("username") String username, @Context SecurityContext caller) {
        hosting.appoint(caller.getUserPrincipal().getName(), room, username);
    }

    @DELETE
    @Path("owners/{username}")
    public void dismiss(
            @PathParam("room") String room, @PathParam("username") String username, @Context SecurityContext caller) {
        hosting.dismiss(caller.getUserPrincipal().getName(), room, username);
    }
}
