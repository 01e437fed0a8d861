package chatterbox.receipt;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.history.Window;
import chatterbox.protocol.Answer;
import chatterbox.room.Memberships;

/** Who has read a message, over HTTP. */
@Path("rooms/{room}/messages/{seq}/readers")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public final class ReadersResource {
    @Inject
    Memberships memberships;

    @Inject
    Readers readers;

    @GET
    public Answer.Readers of(
            @PathParam("room") String room, @PathParam("seq") String seq, @Context SecurityContext caller) {
        var reader = caller.getUserPrincipal().getName();
        memberships.require(room, reader);
        return readers.of(room, Window.seq("seq", seq), reader);
    }
}
