package chatterbox.hosting;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.protocol.Event;

/** Direct rooms over HTTP. */
@Path("direct")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Singleton
public final class DirectResource {
    @Inject
    Hosting hosting;

    /** Whom one wants to talk with, by user name. */
    public record With(List<String> people) {}

    @PUT
    public Event.RoomHead open(With others, @Context SecurityContext caller) {
        return hosting.direct(caller.getUserPrincipal().getName(), others.people());
    }
}
