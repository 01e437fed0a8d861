package chatterbox.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import chatterbox.authority.Setup;
import chatterbox.login.Anonymous;
import chatterbox.protocol.Codec;

/** What this server is, for whoever asks. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
public class StatusResource {
    @Inject
    Version version;

    @Inject
    Setup setup;

    /**
     * The status.
     *
     * @param protocol the version of the wire
     * @param setup whether there is no administrator yet
     */
    public record Status(String name, String version, int protocol, String status, boolean setup) {}

    @GET
    @Anonymous
    public Status status() {
        return new Status("Chatterbox", version.toString(), Codec.VERSION, "ok", setup.open());
    }
}
