package chatterbox.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A server that lets people in and no further: the access tokens and refresh cookies that it gives out are numbered, and
 * what it answers to a path a test says.
 */
final class Door implements AutoCloseable {
    static final String NO_PAGE = "{\"messages\":[],\"head\":0,\"epoch\":\"e1\",\"more\":false,\"people\":[]}";

    /** An answer: its status and its body. */
    record Says(int status, String body) {
        static Says no(int status, String reason) {
            return new Says(status, "{\"status\":" + status + ",\"reason\":\"" + reason + "\"}");
        }
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newCachedThreadPool();
    private final AtomicInteger given = new AtomicInteger();
    private final Map<String, Says> says = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    Door() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Session login() throws IOException, InterruptedException {
        return Session.login(uri(), "ada", "correct horse");
    }

    /** What it says to a request with this access token, such as {@code token-1}, for this path. */
    Door says(String token, String path, Says answer) {
        says.put(token + " " + path, answer);
        return this;
    }

    /** Every request with its credentials, in the order of their coming. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var headers = exchange.getRequestHeaders();
        if (path.equals("/api/login") || path.equals("/api/refresh")) {
            heard.add(path + " " + headers.getFirst("Cookie") + " " + headers.getFirst("X-Chatterbox"));
            var number = given.incrementAndGet();
            exchange.getResponseHeaders().add("Set-Cookie", "chatterbox-access=a; Path=/");
            exchange.getResponseHeaders().add("Set-Cookie", "chatterbox-refresh=r" + number + "; Path=/; HttpOnly");
            send(exchange, new Says(200, signedIn(number)));
        } else {
            var token = String.valueOf(headers.getFirst("Authorization")).replace("Bearer ", "");
            heard.add(path + " " + token);
            send(exchange, says.getOrDefault(token + " " + path, Says.no(401, "sign-in-again")));
        }
    }

    private static String signedIn(int number) {
        return "{\"token\":\"token-" + number + "\",\"expiresIn\":600,"
                + "\"me\":{\"username\":\"ada\",\"displayName\":\"Ada Lovelace\",\"role\":\"member\"}}";
    }

    private static void send(HttpExchange exchange, Says answer) throws IOException {
        var body = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
