package chatterbox.web;

import java.util.Map;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The HTTP API. It lists no classes: the server finds every resource and provider in the WAR, so that a feature brings
 * its own without a line here. What nobody annotated as open is closed all the same, see {@link AccessFilter}.
 */
@ApplicationPath("api")
public class Api extends Application {
    /** Jersey would describe every address to whoever asks; other servers do not know the property. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
