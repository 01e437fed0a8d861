package chatterbox.delivery;

import java.util.List;

import chatterbox.protocol.Answer;
import chatterbox.protocol.Event;

/**
 * What a client tells. A room that was opened first {@code begins} with a page; from there on each message and each
 * coming and going of members is told once, in the room's order and without a gap, over any number of lost lines. When it
 * begins again (the server could not say what was missed, or has another history), what was told of it before counts no
 * more. Of a room that was not opened the facts come likewise, from the first welcome on.
 *
 * <p>All calls come on one thread, one after another; while one is busy the client neither reads nor sends. An exception
 * is logged, and nothing else comes of it.
 */
public interface Listener {
    /** The line changed. */
    default void phase(Phase phase) {}

    /** On every new line: who one is, which rooms there are, who is online. */
    default void welcomed(Event.Welcome welcome) {}

    /** Forget what was shown of the room: this is its latest page, and what is told from now on follows it. */
    default void begins(String room, Answer.Page page) {}

    /** What was asked for with {@code older}: the messages just before the oldest that was told. */
    default void older(String room, Answer.Page page) {}

    default void message(Event.Message message) {}

    default void joined(Event.Joined joined) {}

    default void left(Event.Left left) {}

    /** One's own role is another. */
    default void role(Event.Role role) {}

    default void online(Event.Online online) {}

    /** The server has stored a text of ours for good. Before or after its message. */
    default void accepted(Event.Ack ack) {}

    /** A text of ours was refused for good. It stays in the outbox until it is retried or discarded. */
    default void failed(OutgoingText text) {}

    /** All texts of ours on their way, in the order of writing, after each change. */
    default void outbox(List<OutgoingText> texts) {}
}
