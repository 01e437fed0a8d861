package chatterbox.revision;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.history.History;
import chatterbox.protocol.Answer;
import chatterbox.room.Memberships;

/** A room's pinned messages over HTTP. */
@Path("rooms/{room}/pins")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class PinsResource {
    @Inject
    Memberships memberships;

    @Inject
    History history;

    @GET
    public Answer.Messages pins(@PathParam("room") String room, @Context SecurityContext caller) {
        memberships.require(room, caller.getUserPrincipal().getName());
        return history.pinned(room);
    }
}
