package chatterbox.account;

import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;

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

    /**
     * Who sent the request. A bad token, and a foreign Origin on an unsafe method, is a {@code Refusal} at once
     * ({@code sign-in-again}, {@code banned}, {@code foreign-origin}). A cookie comes by itself, so a bad one only leaves
     * the visitor unknown: sign-in and assets must work with it.
     */
    public Visitor visitor(HttpServletRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Whose access token this is, or a {@code Refusal}: {@code sign-in-again} or {@code banned}. */
    public Caller caller(String accessToken, String address) {
        throw new UnsupportedOperationException();
    }
}
