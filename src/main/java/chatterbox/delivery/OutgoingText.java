package chatterbox.delivery;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import chatterbox.protocol.Event;

/**
 * A text of our own on its way. Its id stays the same for ever, so that the server recognises one that it already has.
 *
 * @param at when it was written, by this machine's clock
 * @param refused the reason, where the state is {@code FAILED}
 */
public record OutgoingText(
        UUID id, String room, String text, Instant at, State state, Optional<Event.Refused> refused) {
    public enum State {
        /** Waits for its turn or for a line, or was sent and not answered yet. */
        PENDING,
        /** Stored by the server for good; its message has not come yet. */
        ACCEPTED,
        /** Refused for good, until somebody retries or discards it. */
        FAILED
    }

    public OutgoingText {
        Objects.requireNonNull(id);
        Objects.requireNonNull(room);
        Objects.requireNonNull(text);
    }

    /** A text just written. */
    public OutgoingText(UUID id, String room, String text, Instant at) {
        this(id, room, text, at, State.PENDING, Optional.empty());
    }

    OutgoingText pending() {
        return new OutgoingText(id, room, text, at);
    }

    OutgoingText accepted() {
        return new OutgoingText(id, room, text, at, State.ACCEPTED, Optional.empty());
    }

    OutgoingText failed(Event.Refused why) {
        return new OutgoingText(id, room, text, at, State.FAILED, Optional.of(why));
    }
}
