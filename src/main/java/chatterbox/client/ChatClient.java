package chatterbox.client;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import chatterbox.delivery.Listener;
import chatterbox.delivery.OutgoingText;
import chatterbox.protocol.Event;
import chatterbox.refusal.PrintableText;
import chatterbox.refusal.Refusal;

/**
 * A chat client that stays connected, and loses and doubles nothing: what is posted is kept in its outbox until the server
 * has stored it, and what happens in the rooms is told once and in order, whatever the line does meanwhile.
 *
 * <pre>
 *   var session = Session.login(URI.create("https://chat.example.org/"), "ada", password);
 *   var outbox = FileOutbox.open(folder, session.server(), "ada");
 *   try (var client = ChatClient.start(session, outbox, new Listener() {})) {
 *       client.post("general", "Good morning").accepted().join();
 *   }
 * </pre>
 *
 * <p>For any thread. The listener is called on the client's own thread, which keeps the program alive until {@link #close};
 * waiting there for a post's outcome would wait for ever. When the listener is told {@code SIGNED_OUT} or {@code BANNED},
 * the client does nothing any more but keep what is posted, until it is closed.
 */
public final class ChatClient implements AutoCloseable {
    /**
     * A text on its way.
     *
     * @param accepted done when the server has stored it; fails with a {@link RequestRefused} when it never will, and is
     *     cancelled when it was discarded or the client was closed before
     */
    public record Posted(UUID id, CompletableFuture<Event.Ack> accepted) {}

    private final Posts posts = new Posts();
    private final PrintableText printable = new PrintableText();
    private final Worker worker;

    private ChatClient(Session session, Outbox outbox, Listener listener) {
        worker = new Worker(session, outbox, List.of(posts, listener));
    }

    /**
     * Dials, and returns without waiting. What the outbox holds of an earlier run is sent first. The client closes the
     * outbox in the end; the session it leaves logged in.
     */
    public static ChatClient start(Session session, Outbox outbox, Listener listener) {
        var client = new ChatClient(session, outbox, listener);
        client.worker.start();
        return client;
    }

    /**
     * Posts a text, which is kept when this returns. Texts to one room are sent in the order of these calls.
     *
     * @throws Refusal {@code malformed} when it holds what no text may hold, such as control characters
     * @throws java.io.UncheckedIOException when it cannot be kept; then it is not sent
     * @throws IllegalStateException when the client is closed
     */
    public Posted post(String room, String text) {
        printable.check("room", room);
        printable.check("text", text);
        var written = new OutgoingText(Uuid7.next(), room, text, Instant.now());
        var posted = new Posted(written.id(), posts.expect(written.id()));
        try {
            worker.write(written);
            return posted;
        } catch (RuntimeException notKept) {
            posts.cancel(written.id());
            throw notKept;
        }
    }

    /** Sends a text again that failed. */
    public void retry(UUID id) {
        worker.run(conversation -> conversation.retry(id));
    }

    /** Does not send a text any more. One that is under way may be stored all the same. */
    public void discard(UUID id) {
        posts.cancel(id);
        worker.run(conversation -> conversation.discard(id));
    }

    /** Has the listener told a room from its latest page on. Of a room that one is no member of, nothing comes. */
    public void open(String room) {
        worker.run(conversation -> conversation.open(room));
    }

    /** Has the listener told the page before the oldest message that it was told of an open room, if there is one. */
    public void older(String room) {
        worker.run(conversation -> conversation.older(room));
    }

    /** Says goodbye to the server and closes the outbox; what is not sent stays in it. Waits for a listener that is busy. */
    @Override
    public void close() {
        worker.close(posts::cancelAll);
    }
}
