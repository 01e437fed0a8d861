package chatterbox.message;

import java.util.Optional;

import chatterbox.protocol.Command;

/**
 * A text on its way, tidied up: what the rules are asked about.
 *
 * @param replyTo the number of the message that it answers
 * @param thread the number of the root of the thread that it is for
 * @param also whether one for a thread is to be shown in the room as well
 */
public record Draft(
        String author, String room, String text, Optional<Long> replyTo, Optional<Long> thread, boolean also) {
    /** Out of what somebody typed. */
    public static Draft of(String author, String room, String typed) {
        return new Draft(author, room, Text.tidy(typed), Optional.empty(), Optional.empty(), false);
    }

    static Draft of(String author, Command.Post post) {
        return new Draft(
                author,
                post.room(),
                Text.tidy(post.text()),
                post.replyTo(),
                post.thread(),
                post.thread().isPresent() && post.also().orElse(false));
    }
}
