package chatterbox.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import chatterbox.protocol.Codec;
import chatterbox.protocol.Flat;
import chatterbox.refusal.Refusal;

/**
 * A refusal as it goes over HTTP (RFC 9457), from resources and from filters alike. The parameters stand beside the
 * fields; {@code title} is the reason's code, since sentences are the client's affair.
 */
public record Problem(
        String type,
        String title,
        int status,
        String reason,
        Optional<String> field,
        @Flat Map<String, Object> parameters) {
    static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Refusal refusal) {
        var code = refusal.reason().code();
        return new Problem(
                "urn:chatterbox:refusal:" + code,
                code,
                refusal.reason().status(),
                code,
                refusal.field(),
                refusal.parameters());
    }

    static Response response(Refusal refusal) {
        var response =
                Response.status(refusal.reason().status()).type(MEDIA_TYPE).entity(of(refusal));
        retryAfter(refusal).ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }

    /** The whole answer of a servlet or a filter. */
    public static void send(Refusal refusal, HttpServletResponse response) throws IOException {
        var body = Codec.write(of(refusal)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(refusal.reason().status());
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        retryAfter(refusal).ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        response.getOutputStream().write(body);
    }

    /** Whole seconds, rounded up: who comes back then is not too early. */
    private static Optional<String> retryAfter(Refusal refusal) {
        return Optional.ofNullable(refusal.parameters().get("retryAfterMs"))
                .map(millis -> Long.toString((((Number) millis).longValue() + 999) / 1000));
    }
}
