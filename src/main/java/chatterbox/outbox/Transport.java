package chatterbox.outbox;

import java.util.function.Consumer;

/** The way to one receiver. An outbox calls {@link #send} and {@link #ping} from one thread at a time. */
public interface Transport {
    /**
     * Sends one frame without waiting for it, and tells {@code done} once, whether it went out; perhaps before this
     * returns. The next frame is sent only then.
     */
    void send(Frame frame, Consumer<Boolean> done);

    void ping();

    /** Ends the connection without waiting for it; safe to call twice and from any thread. */
    void close(Closing why);
}
