package chatterbox.web;

import java.io.IOException;
import java.security.Principal;
import java.util.concurrent.Executor;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpUpgradeHandler;

import chatterbox.login.Visitor;
import chatterbox.session.Caller;

/** A request of which we, and not the server, know who makes it. */
final class AuthenticatedRequest extends HttpServletRequestWrapper {
    static final String VISITOR = Visitor.class.getName();

    private final Visitor visitor;
    private final Executor closer;

    AuthenticatedRequest(HttpServletRequest request, Visitor visitor, Executor closer) {
        super(request);
        this.visitor = visitor;
        this.closer = closer;
        setAttribute(VISITOR, visitor);
    }

    /** Of a request that only somebody known may make. */
    Caller caller() {
        return visitor.caller();
    }

    @Override
    public Principal getUserPrincipal() {
        return visitor.known().orElse(null);
    }

    @Override
    public String getRemoteUser() {
        return visitor.known().map(Caller::username).orElse(null);
    }

    @Override
    public String getAuthType() {
        return visitor.known().map(caller -> "Chatterbox").orElse(null);
    }

    @Override
    public boolean isUserInRole(String role) {
        return visitor.known().map(caller -> caller.role().code().equals(role)).orElse(false);
    }

    @Override
    public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws IOException, ServletException {
        if (!PatientUpgrade.isNeededFor(type)) {
            return super.upgrade(type);
        }
        try {
            var handler = type.getDeclaredConstructor().newInstance();
            super.upgrade(PatientUpgrade.class).waitFor(handler, closer);
            return handler;
        } catch (ReflectiveOperationException changed) {
            throw new ServletException("The server's handler can no longer be made like this", changed);
        }
    }
}
