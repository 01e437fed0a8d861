package chatterbox.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

import chatterbox.protocol.Codec;
import chatterbox.refusal.Refusal;

/** Requests to one server. Futures fail with a {@link RequestRefused}, or with an {@link IOException} without an answer. */
final class Api {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** Longer than a busy server takes, shorter than a person waits. */
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private static final int OK = 2;

    private final URI base;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    Api(URI server) {
        base = URI.create(server.toString().replaceFirst("/?$", "/"));
    }

    CompletableFuture<HttpResponse<String>> get(String path, String token) {
        return send(request(path).GET().header("Authorization", "Bearer " + token));
    }

    CompletableFuture<HttpResponse<String>> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** With a cookie, as a page of our own would send it. */
    CompletableFuture<HttpResponse<String>> postCookie(String path, String cookie) {
        return send(request(path)
                .header("Cookie", cookie)
                .header("X-Chatterbox", "1")
                .POST(BodyPublishers.noBody()));
    }

    CompletableFuture<WebSocket> socket(String token, WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .connectTimeout(CONNECT)
                .header("Authorization", "Bearer " + token)
                .buildAsync(URI.create(base.resolve("ws").toString().replaceFirst("^http", "ws")), listener)
                .handle((socket, failure) -> failure == null
                        ? CompletableFuture.completedFuture(socket)
                        : CompletableFuture.<WebSocket>failedFuture(shut(failure)))
                .thenCompose(Function.identity());
    }

    /** The record that an answer holds; as a step of a future. */
    static <R> R read(Class<R> type, HttpResponse<String> answer) {
        try {
            return Codec.read(type, answer.body());
        } catch (Refusal other) {
            throw new CompletionException(new IOException("No server of Chatterbox answers: " + other.getMessage()));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER);
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString())
                .thenCompose(answer -> answer.statusCode() / 100 == OK
                        ? CompletableFuture.completedFuture(answer)
                        : CompletableFuture.failedFuture(RequestRefused.of(answer)));
    }

    private static Throwable shut(Throwable failure) {
        return failure.getCause() instanceof WebSocketHandshakeException door
                ? RequestRefused.of(door.getResponse())
                : failure;
    }
}
