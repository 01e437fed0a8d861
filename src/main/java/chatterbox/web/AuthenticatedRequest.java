package chatterbox.web;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import chatterbox.login.Visitor;
import chatterbox.session.Caller;

/** A request of which we, and not the server, know who makes it. */
final class AuthenticatedRequest extends HttpServletRequestWrapper {
    static final String VISITOR = Visitor.class.getName();

    private final Visitor visitor;

    AuthenticatedRequest(HttpServletRequest request, Visitor visitor) {
        super(request);
        this.visitor = visitor;
        setAttribute(VISITOR, visitor);
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
}
