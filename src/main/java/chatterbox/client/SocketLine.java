package chatterbox.client;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import chatterbox.delivery.Conversation;

/**
 * One socket, from dialling to its end; what comes of it is reported. The next frame is asked for when the one before was
 * taken in: whoever is slow slows the server's sending down, and no frames pile up here.
 */
final class SocketLine implements WebSocket.Listener {
    private static final int BROKEN = 1006;
    private static final long GOODBYE_SECONDS = 2;

    private final BiConsumer<SocketLine, Consumer<Conversation>> report;
    private final StringBuilder frame = new StringBuilder();
    private CompletableFuture<WebSocket> sent;

    SocketLine(BiConsumer<SocketLine, Consumer<Conversation>> report) {
        this.report = report;
    }

    /** Once, before anything else, on the thread that sends. */
    void dial(Session session) {
        sent = session.socket(this);
        sent.exceptionally(failure -> {
            report.accept(this, conversation -> conversation.refused(Session.standing(failure)));
            return null;
        });
    }

    /** One frame after the other: the JDK takes no second one before the first is out. */
    void send(String text) {
        sent = sent.thenCompose(socket -> socket.sendText(text, true));
        sent.exceptionally(failure -> {
            report.accept(this, conversation -> conversation.closed(BROKEN));
            return null;
        });
    }

    /** Says goodbye behind what is on its way, and cuts the line then, or soon. */
    void leave() {
        sent.thenCompose(socket -> socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .orTimeout(GOODBYE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((done, failure) -> socket.abort()));
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        frame.append(part);
        if (last) {
            var whole = frame.toString();
            frame.setLength(0);
            report.accept(this, conversation -> {
                conversation.heard(whole);
                socket.request(1);
            });
        } else {
            socket.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        report.accept(this, conversation -> conversation.closed(code));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        report.accept(this, conversation -> conversation.closed(BROKEN));
    }
}
