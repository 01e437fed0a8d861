package chatterbox.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import chatterbox.delivery.Standing;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;

/**
 * A login on one server, as one account. It lasts until it is logged out, or ended by the server; access tokens, which live
 * for minutes, are refreshed when one was refused. For any thread.
 *
 * <p>Futures fail with a {@link RequestRefused} when the server says no, and with an {@link IOException} when it does not
 * answer within 15 seconds or is not to be reached. They are completed on threads of the JDK's HTTP client.
 */
public final class Session {
    /** The cookie that {@code /api/refresh} takes, as it goes back; over https its name begins with {@code __Host-}. */
    private static final Pattern REFRESH_COOKIE = Pattern.compile("((?:__Host-)?chatterbox-refresh=[^;]+)(;.*)?");

    private record Credentials(String username, String password) {}

    private final URI server;
    private final Api api;
    private final Event.Me me;
    private String token = "";
    private String cookie = "";
    private CompletableFuture<Void> refreshing = CompletableFuture.completedFuture(null);

    private Session(URI server, Api api, HttpResponse<String> login) {
        this.server = server;
        this.api = api;
        me = Api.read(Answer.SignedIn.class, login).me();
        take(login);
    }

    /**
     * Signs in.
     *
     * @param server its address, such as {@code https://chat.example.org/}
     * @throws RequestRefused {@code wrong-credentials}, {@code banned}, {@code too-fast} and others
     * @throws IOException when no server of Chatterbox answers
     */
    public static Session login(URI server, String username, String password) throws IOException, InterruptedException {
        var api = new Api(server);
        return await(api.post("api/login", Codec.write(new Credentials(username, password)))
                .thenApply(answer -> new Session(server, api, answer)));
    }

    public URI server() {
        return server;
    }

    /** Whose login it is, as of signing in. */
    public Event.Me me() {
        return me;
    }

    /** The latest 50 messages of a room. */
    public CompletableFuture<Answer.Page> latest(String room) {
        return page(room, "");
    }

    /** The last 50 messages of a room with a number below {@code seq}. */
    public CompletableFuture<Answer.Page> before(String room, long seq) {
        return page(room, "?before=" + seq);
    }

    /** The first 200 messages of a room with a number above {@code seq}; from 0 on, its whole history page by page. */
    public CompletableFuture<Answer.Page> after(String room, long seq) {
        return page(room, "?limit=200&after=" + seq);
    }

    /** Ends the login: its sockets are closed, and nothing more can be done with it. */
    public void logout() throws IOException, InterruptedException {
        await(api.postCookie("api/logout", cookie()));
    }

    CompletableFuture<WebSocket> socket(WebSocket.Listener listener) {
        return api.socket(token(), listener);
    }

    /** New credentials. Who asks while that is under way gets the same ones. */
    synchronized CompletableFuture<Void> refresh() {
        if (refreshing.isDone()) {
            refreshing = api.postCookie("api/refresh", cookie).thenAccept(this::take);
        }
        return refreshing;
    }

    /** What the failure of one of our futures says about us. */
    static Standing standing(Throwable failure) {
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return standing(failure.getCause());
        }
        if (failure instanceof RequestRefused no && no.reason().equals(Reason.SIGN_IN_AGAIN.code())) {
            return Standing.SIGNED_OUT;
        }
        return failure instanceof RequestRefused no && no.reason().equals(Reason.BANNED.code())
                ? Standing.BANNED
                : Standing.UNREACHABLE;
    }

    private CompletableFuture<Answer.Page> page(String room, String query) {
        var path = "api/rooms/" + URLEncoder.encode(room, StandardCharsets.UTF_8) + "/messages" + query;
        return authorised(token -> api.get(path, token)).thenApply(answer -> Api.read(Answer.Page.class, answer));
    }

    private CompletableFuture<HttpResponse<String>> authorised(
            Function<String, CompletableFuture<HttpResponse<String>>> request) {
        var used = token();
        return request.apply(used)
                .handle((answer, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(answer);
                    }
                    return standing(failure) == Standing.SIGNED_OUT
                            ? refreshAfter(used).thenCompose(done -> request.apply(token()))
                            : CompletableFuture.<HttpResponse<String>>failedFuture(failure);
                })
                .thenCompose(Function.identity());
    }

    private synchronized CompletableFuture<Void> refreshAfter(String used) {
        return token.equals(used) ? refresh() : CompletableFuture.completedFuture(null);
    }

    private synchronized void take(HttpResponse<String> answer) {
        token = Api.read(Answer.SignedIn.class, answer).token();
        cookie = answer.headers().allValues("Set-Cookie").stream()
                .map(REFRESH_COOKIE::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(cookie);
    }

    private synchronized String token() {
        return token;
    }

    private synchronized String cookie() {
        return cookie;
    }

    private static <T> T await(CompletableFuture<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RequestRefused refused) {
                throw refused;
            }
            throw new IOException(failed.getCause());
        }
    }
}
