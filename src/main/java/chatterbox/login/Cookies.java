package chatterbox.login;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import chatterbox.origin.ClientAddress;
import chatterbox.security.AccessTokens;
import chatterbox.session.SignedIn;
import chatterbox.settings.IdentitySettings;

/**
 * The two cookies of a browser that is signed in (ASVS 3.3). Written as header lines, since not every server knows
 * SameSite. Over https their names begin with {@code __Host-}: nobody but this very host can then set them (RFC 6265bis,
 * 4.1.3.2).
 */
@Singleton
final class Cookies {
    private static final String ACCESS = "chatterbox-access";
    private static final String REFRESH = "chatterbox-refresh";

    private final ClientAddress addresses;
    private final Duration accessLife;
    private final Duration refreshLife;

    @Inject
    Cookies(ClientAddress addresses, AccessTokens tokens, IdentitySettings settings) {
        this.addresses = addresses;
        accessLife = tokens.life();
        refreshLife = settings.sessionIdle();
    }

    Optional<String> access(HttpServletRequest request) {
        return get(request, ACCESS);
    }

    Optional<String> refresh(HttpServletRequest request) {
        return get(request, REFRESH);
    }

    /** The values of the {@code Set-Cookie} headers that keep these tokens. */
    List<String> keep(SignedIn tokens, HttpServletRequest request) {
        return List.of(
                line(request, ACCESS, tokens.accessToken(), accessLife),
                line(request, REFRESH, tokens.refreshToken(), refreshLife));
    }

    /** The values of the {@code Set-Cookie} headers that take both away. */
    List<String> forget(HttpServletRequest request) {
        return List.of(line(request, ACCESS, "", Duration.ZERO), line(request, REFRESH, "", Duration.ZERO));
    }

    private Optional<String> get(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(fullName(request, name)))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private String line(HttpServletRequest request, String name, String value, Duration life) {
        return fullName(request, name) + "=" + value + "; Path=/; Max-Age=" + life.toSeconds()
                + "; HttpOnly; SameSite=Strict" + (addresses.https(request) ? "; Secure" : "");
    }

    private String fullName(HttpServletRequest request, String name) {
        return addresses.https(request) ? "__Host-" + name : name;
    }
}
