package chatterbox.web;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import chatterbox.asset.Assets;
import chatterbox.http.Incident;
import chatterbox.http.Problem;
import chatterbox.http.RequestPath;
import chatterbox.live.Closer;
import chatterbox.live.SessionRegistry;
import chatterbox.login.Authenticator;
import chatterbox.refusal.Refusal;
import chatterbox.session.Caller;

/**
 * The gate. Every request passes it, the socket's handshake too, which is refused here before the upgrade. What is not
 * open to everybody ends here for strangers; the API's resources say themselves, see {@link AccessFilter}.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true, dispatcherTypes = DispatcherType.REQUEST)
public class AuthenticationFilter extends HttpFilter {
    @Inject
    Authenticator authenticator;

    @Inject
    SessionRegistry sockets;

    @Inject
    Closer closer;

    @Inject
    Assets assets;

    @Inject
    SecurityHeaders headers;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers.add(request, response);
        AuthenticatedRequest authenticated;
        try {
            authenticated = authenticate(request);
        } catch (Refusal refusal) {
            Problem.send(refusal, response);
            return;
        } catch (RuntimeException fault) {
            Problem.send(Incident.log("the gate", fault), response);
            return;
        }
        if (Authenticator.opensSocket(request)) {
            shakeHands(authenticated, response, chain);
        } else {
            chain.doFilter(authenticated, response);
        }
    }

    private void shakeHands(AuthenticatedRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (response.getStatus() != HttpServletResponse.SC_SWITCHING_PROTOCOLS) {
                sockets.giveBack(request.caller());
            }
        }
    }

    private AuthenticatedRequest authenticate(HttpServletRequest request) {
        var visitor = authenticator.visitor(request);
        if (!open(request)) {
            reserve(visitor.caller(), request);
        }
        return new AuthenticatedRequest(request, visitor, closer.ofLines());
    }

    private void reserve(Caller caller, HttpServletRequest request) {
        if (Authenticator.opensSocket(request)) {
            sockets.reserve(caller);
        }
    }

    private boolean open(HttpServletRequest request) {
        if (Authenticator.opensSocket(request)) {
            return false;
        }
        var path = RequestPath.of(request);
        return path.equals("/api") || path.startsWith("/api/") || assets.has(path);
    }
}
