package chatterbox.client;

import java.util.List;
import java.util.UUID;

import chatterbox.delivery.OutgoingText;

/** Where texts are kept until the server has them. For any thread. */
public interface Outbox extends AutoCloseable {
    /** All that are kept, in the order in which they were written. */
    List<OutgoingText> texts();

    /**
     * Keeps a text, or its new state; returns when it is as safe as this outbox can make it.
     *
     * @throws java.io.UncheckedIOException when it cannot be kept; then nothing is
     */
    void keep(OutgoingText text);

    /** Lets go of a text: the server has it, or nobody wants it. */
    void forget(UUID id);

    @Override
    void close();
}
