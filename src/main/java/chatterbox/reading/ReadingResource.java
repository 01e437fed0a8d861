package chatterbox.reading;

import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.journal.Journal;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** The caller's markers over HTTP. */
@Path("rooms/{room}/read")
@Consumes(MediaType.APPLICATION_JSON)
@Singleton
public final class ReadingResource {
    @Inject
    Reading reading;

    /** One of the two: read up to a number, or unread from one on. */
    public record Marker(Optional<Long> upTo, Optional<Long> unreadFrom) {}

    @PUT
    public void move(@PathParam("room") String room, Marker marker, @Context SecurityContext caller) {
        if (marker.upTo().isPresent() == marker.unreadFrom().isPresent()) {
            throw Refusal.of(marker.upTo().isPresent() ? Reason.MALFORMED : Reason.MISSING)
                    .at("upTo");
        }
        var reader = caller.getUserPrincipal().getName();
        marker.upTo().ifPresent(seq -> Journal.await(reading.read(reader, room, seq)));
        marker.unreadFrom().ifPresent(seq -> Journal.await(reading.unread(reader, room, seq)));
    }
}
