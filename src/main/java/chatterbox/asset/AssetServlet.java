package chatterbox.asset;

import java.io.IOException;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import chatterbox.http.Problem;
import chatterbox.http.RequestPath;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** Serves the pages and what they need; whatever no other servlet answers to ends here too. */
@WebServlet(urlPatterns = "/", asyncSupported = true)
public class AssetServlet extends HttpServlet {
    @Inject
    Assets assets;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asset = assets.at(RequestPath.of(request));
        if (lacksSlash(request)) {
            redirect(request, response);
        } else if (asset.isEmpty()) {
            Problem.send(Refusal.of(Reason.NOT_FOUND), response);
        } else if (!Stream.of("GET", "HEAD").anyMatch(request.getMethod()::equals)) {
            response.setHeader("Allow", "GET, HEAD");
            Problem.send(Refusal.of(Reason.METHOD_NOT_ALLOWED), response);
        } else {
            send(asset.get(), request, response);
        }
    }

    /** The application's own address without the slash behind it: what the page names would be looked for beside it. */
    private static boolean lacksSlash(HttpServletRequest request) {
        var context = request.getContextPath();
        return !context.isEmpty() && request.getRequestURI().equals(context);
    }

    /** Relative, so that no way of writing the address leads to another host. */
    private static void redirect(HttpServletRequest request, HttpServletResponse response) {
        var context = request.getContextPath();
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", "./" + context.substring(context.lastIndexOf('/') + 1) + "/");
    }

    private static void send(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var encoding = Encoding.choose(
                request.getHeader("Accept-Encoding"), asset.forms().keySet());
        var etag = asset.etag(encoding);
        response.setHeader("Cache-Control", asset.cacheControl());
        response.setHeader("ETag", etag);
        if (asset.forms().size() > 1) {
            response.setHeader("Vary", "Accept-Encoding");
        }
        if (isKnown(etag, request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            sendBody(asset, encoding, request, response);
        }
    }

    private static void sendBody(
            Asset asset, Encoding encoding, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var bytes = asset.bytes(encoding);
        response.setContentType(asset.mediaType());
        response.setContentLength(bytes.length);
        if (encoding != Encoding.IDENTITY) {
            response.setHeader("Content-Encoding", encoding.token);
        }
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(bytes);
        }
    }

    /** RFC 9110, section 13.1.2: a list of tags, compared weakly, or a star. */
    private static boolean isKnown(String etag, String ifNoneMatch) {
        return ifNoneMatch != null
                && Stream.of(ifNoneMatch.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
    }
}
