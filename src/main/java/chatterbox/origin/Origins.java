package chatterbox.origin;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.settings.WebSettings;

/**
 * Whether one of our own pages made a request (RFC 6454, ASVS 3.5). Our origin is the configured address; without one,
 * whatever host the request names: a page elsewhere cannot choose that.
 */
@Singleton
public final class Origins {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Browsers do not let a page elsewhere send a header like this unasked, and we never allow it. */
    private static final String OWN_HEADER = "X-Chatterbox";

    private final Optional<String> own;
    private final ClientAddress addresses;

    @Inject
    public Origins(WebSettings settings, ClientAddress addresses) {
        own = settings.url().map(Origins::origin);
        this.addresses = addresses;
    }

    /** Whether the method is one that must not change anything (RFC 9110, 9.2.1). */
    public static boolean safe(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    /** Whether the request names an Origin and it is not ours; {@code null} is nobody's. */
    public boolean foreign(HttpServletRequest request) {
        var named = named(request);
        return !named.isEmpty() && !(named.size() == 1 && isOurs(named.get(0), request));
    }

    /** Whether the request names our own Origin. */
    public boolean ours(HttpServletRequest request) {
        return !named(request).isEmpty() && !foreign(request);
    }

    /** Throws a {@link Refusal} {@code foreign-origin} when a cookie must not count on this unsafe request. */
    public void requireOwnPage(HttpServletRequest request) {
        if (foreign(request) || !ours(request) && request.getHeader(OWN_HEADER) == null) {
            throw Refusal.of(Reason.FOREIGN_ORIGIN);
        }
    }

    private boolean isOurs(String origin, HttpServletRequest request) {
        var lower = origin.toLowerCase(Locale.ROOT);
        if (own.isPresent()) {
            return lower.equals(own.get());
        }
        var host = String.valueOf(request.getHeader("Host")).toLowerCase(Locale.ROOT);
        return lower.equals("https://" + host) || lower.equals("http://" + host) && !addresses.https(request);
    }

    private static List<String> named(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Origin"));
    }

    /** As browsers write it: without the port that goes without saying. */
    private static String origin(URI url) {
        var usual = url.getScheme().equals("https") ? 443 : 80;
        var port = url.getPort() == -1 || url.getPort() == usual ? "" : ":" + url.getPort();
        return (url.getScheme() + "://" + url.getHost() + port).toLowerCase(Locale.ROOT);
    }
}
