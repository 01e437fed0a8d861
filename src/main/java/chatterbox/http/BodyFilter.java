package chatterbox.http;

import java.lang.reflect.Method;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** Refuses a request that says nothing of its body where one is needed: some servers would pass null instead. */
@Provider
@Priority(Priorities.ENTITY_CODER)
@Singleton
public class BodyFilter implements ContainerRequestFilter {
    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        check(resource.getResourceMethod(), request.getMediaType());
    }

    static void check(Method method, MediaType mediaType) {
        if (mediaType == null
                && method != null
                && Stream.of(method.getParameterTypes()).anyMatch(Class::isRecord)) {
            throw Refusal.of(Reason.UNSUPPORTED_MEDIA_TYPE);
        }
    }
}
