package chatterbox.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import chatterbox.login.Authenticator;
import chatterbox.origin.ClientAddress;

/**
 * What every answer tells the browser not to do. Nothing may be kept by caches unless an asset says otherwise. A handshake
 * has no page to protect, and Payara keeps its headers in memory for as long as the socket lives.
 */
@Singleton
final class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "font-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "object-src 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types lit-html");

    private static final String PERMISSIONS_POLICY = String.join(
            ", ",
            "accelerometer=()",
            "browsing-topics=()",
            "camera=()",
            "display-capture=()",
            "geolocation=()",
            "gyroscope=()",
            "magnetometer=()",
            "microphone=()",
            "midi=()",
            "payment=()",
            "serial=()",
            "usb=()",
            "xr-spatial-tracking=()");

    private final ClientAddress address;

    @Inject
    SecurityHeaders(ClientAddress address) {
        this.address = address;
    }

    void add(HttpServletRequest request, HttpServletResponse response) {
        if (Authenticator.isHandshake(request)) {
            return;
        }
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS_POLICY);
        response.setHeader("Cache-Control", "no-store");
        if (address.https(request)) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
