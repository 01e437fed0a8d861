package chatterbox.conformance;

import com.github.f4b6a3.uuid.UuidCreator;

import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import chatterbox.protocol.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** An open socket that keeps every event it was sent, in order. */
public final class Socket implements AutoCloseable, WebSocket.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Map<String, Object>> events = new ArrayList<>();
    private final StringBuilder frame = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private WebSocket socket;
    private int emptyFrames;

    private Socket() {}

    public static Socket open(Http http, String path, String... headers) {
        var listener = new Socket();
        try {
            listener.socket = handshake(http, path, listener, headers).get(20, TimeUnit.SECONDS);
            return listener;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The status with which the server refuses the handshake; 101 when it does not. */
    public static int handshakeStatus(Http http, String path, String... headers) {
        try {
            handshake(http, path, new Socket(), headers).join().abort();
            return 101;
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    private static CompletableFuture<WebSocket> handshake(Http http, String path, Socket listener, String... headers) {
        var builder = http.client().newWebSocketBuilder();
        for (int n = 0; n < headers.length; n += 2) {
            builder.header(headers[n], headers[n + 1]);
        }
        var uri = URI.create(http.uri(path).toString().replaceFirst("^http", "ws"));
        return builder.buildAsync(uri, listener);
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    void sendInParts(String... parts) {
        for (int n = 0; n < parts.length; n++) {
            socket.sendText(parts[n], n == parts.length - 1).join();
        }
    }

    void sendBinary(byte... bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    public void follow(String room) {
        send("{\"type\":\"follow\",\"room\":\"" + room + "\"}");
        await("followed");
    }

    public void follow(String room, long after, String epoch) {
        send("{\"type\":\"follow\",\"room\":\"" + room + "\",\"after\":" + after + ",\"epoch\":\"" + epoch + "\"}");
    }

    /** Posts under a new id, and returns it without waiting for an answer. */
    public UUID post(String room, String text) {
        var id = UuidCreator.getTimeOrderedEpoch();
        post(id, room, text);
        return id;
    }

    public void post(UUID id, String room, String text) {
        send("{\"type\":\"post\",\"id\":\"" + id + "\",\"room\":\"" + room + "\",\"text\":\"" + text + "\"}");
    }

    public Map<String, Object> await(String type) {
        return await(event -> event.get("type").equals(type));
    }

    public Map<String, Object> awaitAnswer(UUID id) {
        return await(event -> id.toString().equals(event.get("id"))
                && List.of("ack", "refused").contains((String) event.get("type")));
    }

    /** The first event, from the beginning, that is like this. */
    public synchronized Map<String, Object> await(Predicate<Map<String, Object>> like) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = events.stream().filter(like).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(closed).as("closed before such an event came").isNotDone();
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            assertThat(left)
                    .as("no such event in time; the last were %s, closed: %s", last(events), closed)
                    .isPositive();
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public void awaitEmptyFrame() {
        await(event -> emptyFrames > 0);
    }

    public synchronized List<Map<String, Object>> events() {
        return List.copyOf(events);
    }

    public List<Map<String, Object>> events(String type) {
        return events().stream().filter(event -> event.get("type").equals(type)).toList();
    }

    /** The numbers of the room's facts, as they came. */
    public List<Long> seqs(String room) {
        return events().stream()
                .filter(event -> room.equals(event.get("room")) && event.containsKey("at"))
                .map(event -> (Long) event.get("seq"))
                .toList();
    }

    public int awaitClose() {
        try {
            return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("The socket was not closed in time; its last events: " + last(events()), e);
        }
    }

    private static List<Map<String, Object>> last(List<Map<String, Object>> events) {
        return events.subList(Math.max(0, events.size() - 20), events.size());
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Cuts the line without a word. */
    void abort() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        synchronized (this) {
            frame.append(part);
            if (last) {
                take(frame.toString());
                frame.setLength(0);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        end(1006);
    }

    private synchronized void end(int code) {
        closed.complete(code);
        notifyAll();
    }

    private void take(String text) {
        var array = (List<?>) Json.object("{\"events\":" + text + "}").get("events");
        emptyFrames += array.isEmpty() ? 1 : 0;
        array.forEach(event -> events.add(asEvent(event)));
        notifyAll();
    }

    @SuppressWarnings("unchecked") // every event is a JSON object
    private static Map<String, Object> asEvent(Object event) {
        return (Map<String, Object>) event;
    }
}
