package chatterbox.delivery;

import java.util.UUID;
import java.util.function.Consumer;

import chatterbox.protocol.Command;

/**
 * What a {@link Conversation} has done for it. None of these waits or throws; what comes of them is reported back later,
 * in a call of its own.
 */
public interface Outside {
    /** Opens a socket. Reported as {@code refused}, or by what comes on it. */
    void dial();

    /** Leaves the socket, if there is one, be it closed: nothing of it is reported any more. */
    void hangUp();

    /** Sends on the socket; what a broken line swallows is lost. */
    void send(Command command);

    /** Asks for new credentials. Reported as {@code refreshed}. */
    void refresh();

    /** Asks for a page of history. Reported as {@code loaded} or {@code notLoaded}. */
    void load(Ask ask);

    /** Stores a text of which {@code FAILED} or {@code PENDING} is now known, so that it is there after a restart. */
    void keep(OutgoingText text);

    /** Stores that there is no more to do for a text. */
    void forget(UUID id);

    /** Tells whoever listens. */
    void tell(Consumer<Listener> news);
}
