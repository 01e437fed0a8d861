package chatterbox.account;

import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;

/** Where a request comes from, and whether it was made over https. */
@Singleton
public final class ClientAddress {

    /** The client's IP address in its usual form. */
    public String of(HttpServletRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Whether the browser speaks https, be it to us or to a proxy of ours. */
    public boolean https(HttpServletRequest request) {
        throw new UnsupportedOperationException();
    }
}
