package chatterbox.web;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;

/**
 * The HTTP API: every resource and provider among the beans, so that a feature brings its own without a line here. What
 * nobody annotated as open is closed all the same, see {@link AccessFilter}. Listed, because TomEE finds no provider by
 * itself, and would read and write JSON in its own way.
 */
@ApplicationPath("api")
public class Api extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class) || type.isAnnotationPresent(Provider.class))
                .filter(type -> type.getName().startsWith("chatterbox."))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Jersey would describe every address to whoever asks; other servers do not know the property. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
