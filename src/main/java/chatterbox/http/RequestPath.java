package chatterbox.http;

import jakarta.servlet.http.HttpServletRequest;

/** The path of a request inside of the application. */
public final class RequestPath {
    private RequestPath() {}

    /** As the server decoded it and chose the servlet by it; the address as it was sent is never looked at. */
    public static String of(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}
