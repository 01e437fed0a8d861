package chatterbox.web;

import java.lang.reflect.Method;
import java.util.Optional;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

import chatterbox.login.Anonymous;
import chatterbox.login.Requires;
import chatterbox.login.Visitor;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.session.Caller;

/**
 * Decides who may call a resource's method, from the annotations on the very method that will run: however its address
 * was written makes no difference. Without any it is for whoever is signed in.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
@Singleton
public class AccessFilter implements ContainerRequestFilter {
    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        check(resource.getResourceMethod(), visitor(request));
    }

    static void check(Method method, Optional<Visitor> visitor) {
        if (method != null && method.isAnnotationPresent(Anonymous.class)) {
            return;
        }
        var caller = visitor.orElseThrow(() -> Refusal.of(Reason.SIGN_IN_AGAIN)).caller();
        if (!required(method).map(needed -> allows(needed, caller)).orElse(true)) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
    }

    private static boolean allows(Requires needed, Caller caller) {
        return caller.role().includes(needed.value());
    }

    private static Optional<Requires> required(Method method) {
        return Optional.ofNullable(method)
                .map(called -> called.getAnnotation(Requires.class))
                .or(() -> Optional.ofNullable(method)
                        .map(called -> called.getDeclaringClass().getAnnotation(Requires.class)));
    }

    /** Left there by {@link AuthenticationFilter}; the properties are the attributes of the servlet's request. */
    private static Optional<Visitor> visitor(ContainerRequestContext request) {
        return Optional.ofNullable((Visitor) request.getProperty(AuthenticatedRequest.VISITOR));
    }
}
