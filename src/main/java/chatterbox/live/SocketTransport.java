package chatterbox.live;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;

import chatterbox.outbox.Closing;
import chatterbox.outbox.Frame;
import chatterbox.outbox.Line;
import chatterbox.outbox.Transport;

/** A WebSocket session as an outbox sees it. */
final class SocketTransport implements Transport {
    private static final Logger LOG = System.getLogger(SocketTransport.class.getName());

    /** WildFly cuts the line of somebody who does not even read the close frame only when it is idle for so long. */
    private static final long GONE_MILLIS = 2_000;

    private final Session socket;
    private final Executor closer;
    private final Optional<Line> line = Line.ofThisThread();

    /**
     * Made by the thread that opens the socket.
     *
     * @param closer closes sockets: a thread that broadcasts or sends must not wait for a close frame to go out
     */
    SocketTransport(Session socket, Executor closer) {
        this.socket = socket;
        this.closer = closer;
    }

    @Override
    public void send(Frame frame, Consumer<Boolean> done) {
        if (line.isPresent()) {
            line.get().send(frame.wire(), done);
            return;
        }
        try {
            socket.getAsyncRemote().sendText(frame.text(), result -> done.accept(result.isOK()));
        } catch (RuntimeException gone) { // servers differ in what they throw once a socket is closed
            LOG.log(Level.DEBUG, "A send failed", gone);
            done.accept(false);
        }
    }

    @Override
    public void ping() {
        try {
            socket.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException gone) {
            LOG.log(Level.DEBUG, "A ping failed", gone);
        }
    }

    @Override
    public void close(Closing why) {
        closer.execute(() -> {
            try {
                socket.setMaxIdleTimeout(GONE_MILLIS);
                socket.close(new CloseReason(CloseCodes.getCloseCode(why.code()), why.name()));
            } catch (IOException | RuntimeException gone) {
                LOG.log(Level.DEBUG, "A close failed", gone);
            }
        });
    }
}
