package chatterbox.outbox;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * The connection below a socket, where it is at hand. What goes to many is then written to it as it is, while the server
 * would encode and frame it again for each of them. The socket's own pings and its close go the same way.
 */
public abstract class Line {
    private static final ThreadLocal<Line> OPENING = new ThreadLocal<>();

    /**
     * Writes a whole frame without waiting, and tells {@code done} once, whether it went out; perhaps before this returns.
     * For one thread at a time, as an outbox sends.
     */
    public abstract void send(byte[] frame, Consumer<Boolean> done);

    /** Runs what opens the socket of this line. */
    public final void open(Runnable opening) {
        OPENING.set(this);
        try {
            opening.run();
        } finally {
            OPENING.remove();
        }
    }

    /** The line of the socket that this thread is just opening. */
    public static Optional<Line> ofThisThread() {
        return Optional.ofNullable(OPENING.get());
    }
}
