package chatterbox.login;

import java.util.Collections;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;

import chatterbox.origin.ClientAddress;
import chatterbox.origin.Origins;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.session.Caller;
import chatterbox.session.LoginSessions;

/**
 * Tells who makes a request: the only way in, for HTTP and for the socket's handshake alike. Credentials are looked for
 * in this order, and only the first one found counts:
 *
 * <ol>
 *   <li>an {@code Authorization: Bearer} header;
 *   <li>{@code ?token=}, at the socket's address only;
 *   <li>the access cookie, which counts only on a request that one of our own pages made.
 * </ol>
 */
@Singleton
public final class Authenticator {
    private static final String SOCKET = "/ws";
    private static final String SCHEME = "Bearer";

    private final LoginSessions sessions;
    private final Cookies cookies;
    private final Origins origins;
    private final ClientAddress addresses;

    @Inject
    Authenticator(LoginSessions sessions, Cookies cookies, Origins origins, ClientAddress addresses) {
        this.addresses = addresses;
        this.sessions = sessions;
        this.cookies = cookies;
        this.origins = origins;
    }

    /**
     * Who sent the request. A bad token, and a foreign Origin on an unsafe method, is a {@code Refusal} at once
     * ({@code sign-in-again}, {@code banned}, {@code foreign-origin}). A cookie comes by itself, so a bad one only leaves
     * the visitor unknown: sign-in and assets must work with it.
     */
    public Visitor visitor(HttpServletRequest request) {
        if (!Origins.safe(request) && origins.foreign(request)) {
            throw Refusal.of(Reason.FOREIGN_ORIGIN);
        }
        return token(request)
                .map(token -> known(request, token))
                .or(() -> cookies.access(request).map(cookie -> byCookie(request, cookie)))
                .orElseGet(Visitor::anonymous);
    }

    /** Whose access token this is, or a {@code Refusal}: {@code sign-in-again} or {@code banned}. */
    public Caller caller(String accessToken) {
        return sessions.caller(accessToken);
    }

    private static Optional<String> token(HttpServletRequest request) {
        var bearer = bearer(request);
        return bearer.isPresent() || !atSocket(request) ? bearer : Optional.ofNullable(request.getParameter("token"));
    }

    /** Other schemes are somebody else's, such as a proxy's; of two headers nobody knows which one a proxy looked at. */
    private static Optional<String> bearer(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.size() > 1) {
            throw Refusal.of(Reason.SIGN_IN_AGAIN);
        }
        return headers.stream()
                .map(String::strip)
                .filter(header -> header.split(" ", 2)[0].equalsIgnoreCase(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip())
                .findFirst();
    }

    private Visitor byCookie(HttpServletRequest request, String token) {
        try {
            requireOwnPage(request);
            return known(request, token);
        } catch (Refusal refusal) {
            if (refusal.reason().temporary()) {
                throw refusal;
            }
            return Visitor.unknown(refusal);
        }
    }

    /** A socket is as good as an unsafe method, and a page elsewhere can open one; but no page can add our header to it. */
    private void requireOwnPage(HttpServletRequest request) {
        if (origins.foreign(request) || opensSocket(request) && !origins.ours(request)) {
            throw Refusal.of(Reason.FOREIGN_ORIGIN);
        }
        if (!Origins.safe(request)) {
            origins.requireOwnPage(request);
        }
    }

    private Visitor known(HttpServletRequest request, String token) {
        return Visitor.known(caller(token).from(addresses.of(request)));
    }

    /** Whether the request wants to become a WebSocket; HTTP/2 clients ask for another upgrade on ordinary requests. */
    public static boolean opensSocket(HttpServletRequest request) {
        return atSocket(request) || asksForSocket(request);
    }

    /** Whether it is a socket's handshake and nothing else. */
    public static boolean isHandshake(HttpServletRequest request) {
        return atSocket(request) && asksForSocket(request);
    }

    private static boolean asksForSocket(HttpServletRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    /** Servers differ in which of the two parts they give a socket's path. */
    private static boolean atSocket(HttpServletRequest request) {
        var path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.equals(SOCKET);
    }
}
