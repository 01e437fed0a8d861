package chatterbox.origin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;

import chatterbox.settings.WebSettings;

/**
 * Where a request comes from, and whether it was made over https. What proxies say counts only from the configured ones
 * (ASVS 4.1.3): each appends the address that it was called from, so the client is the last that is no proxy of ours.
 */
@Singleton
public final class ClientAddress {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(?:%\\w+)?");
    private static final Pattern PORT = Pattern.compile("^(\\d[\\d.]+):\\d+$|^\\[(.+)](?::\\d+)?$");

    private final Set<InetAddress> proxies;
    private final boolean httpsOutside;

    @Inject
    public ClientAddress(WebSettings settings) {
        proxies = settings.proxies().stream().map(ClientAddress::proxy).collect(Collectors.toUnmodifiableSet());
        httpsOutside =
                settings.url().filter(url -> url.getScheme().equals("https")).isPresent();
    }

    /** The client's IP address. */
    public String of(HttpServletRequest request) {
        var nearest = parse(request.getRemoteAddr());
        if (nearest.filter(proxies::contains).isEmpty()) {
            return nearest.map(InetAddress::getHostAddress).orElse(request.getRemoteAddr());
        }
        var client = nearest.get();
        for (var hop : hopsFromHere(request)) {
            var address = parse(hop);
            if (address.isEmpty()) {
                break; // not an address: whatever stands before it is not to be believed either
            }
            client = address.get();
            if (!proxies.contains(client)) {
                break;
            }
        }
        return client.getHostAddress();
    }

    /** Whether the browser speaks https, be it to us or to a proxy of ours. */
    public boolean https(HttpServletRequest request) {
        return httpsOutside
                || request.isSecure()
                || fromProxy(request) && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    private boolean fromProxy(HttpServletRequest request) {
        return parse(request.getRemoteAddr()).filter(proxies::contains).isPresent();
    }

    private static List<String> hopsFromHere(HttpServletRequest request) {
        var hops = new ArrayList<String>();
        for (var header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            hops.addAll(List.of(header.split(",", -1)));
        }
        Collections.reverse(hops);
        return hops;
    }

    private static InetAddress proxy(String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalStateException("CHATTERBOX_PROXIES: '" + text + "' is no IP address"));
    }

    /** Only literals: a name would be looked up. */
    private static Optional<InetAddress> parse(String text) {
        var literal = withoutPort(String.valueOf(text).strip());
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(literal));
        } catch (UnknownHostException wrong) {
            return Optional.empty();
        }
    }

    private static String withoutPort(String text) {
        var match = PORT.matcher(text);
        if (!match.matches()) {
            return text;
        }
        return match.group(1) != null ? match.group(1) : match.group(2);
    }
}
