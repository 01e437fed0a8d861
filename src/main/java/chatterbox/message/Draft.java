package chatterbox.message;

import java.util.Optional;

/**
 * A text on its way, tidied up: what the rules are asked about.
 *
 * @param replyTo the number of the message that it answers
 */
public record Draft(String author, String room, String text, Optional<Long> replyTo) {
    /** Out of what somebody typed. */
    public static Draft of(String author, String room, String typed, Optional<Long> replyTo) {
        return new Draft(author, room, Text.tidy(typed), replyTo);
    }
}
