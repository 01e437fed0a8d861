package chatterbox.preference;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import chatterbox.journal.Journal;
import chatterbox.protocol.Event;

/** What the caller prefers, over HTTP. */
@Path("me/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Singleton
public final class PreferencesResource {
    @Inject
    Preferring preferring;

    @GET
    public Event.Preferences.Values mine(@Context SecurityContext caller) {
        return preferring.of(caller.getUserPrincipal().getName());
    }

    @PUT
    public void prefer(Event.Preferences.Values values, @Context SecurityContext caller) {
        Journal.await(preferring.prefer(caller.getUserPrincipal().getName(), values));
    }
}
