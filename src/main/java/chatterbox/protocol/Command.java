package chatterbox.protocol;

import java.util.Optional;
import java.util.UUID;

/** What a client may ask for over the socket: one command per frame, its {@code type} the record's name in lower case
 * with hyphens. */
public sealed interface Command {

    /**
     * Follow a room, or one's own user stream, from behind the number {@code after}; without it from now on. The epoch
     * names the history that the number belongs to.
     */
    record Follow(Optional<String> room, Optional<String> user, Optional<Long> after, Optional<String> epoch)
            implements Command {}

    record Unfollow(Optional<String> room, Optional<String> user) implements Command {}

    /**
     * Post a text. The client makes the id, a UUID of version 7, and sends the same one again until it has an answer;
     * {@code replyTo} is the number of the message that it answers, {@code thread} of the one whose thread it belongs to;
     * {@code also} shows it in the room as well.
     */
    record Post(
            UUID id, String room, String text, Optional<Long> replyTo, Optional<Long> thread, Optional<Boolean> also)
            implements Command {
        public Post(UUID id, String room, String text) {
            this(id, room, text, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /** I have read the room up to this number; a lower one than before changes nothing. */
    record Read(String room, long upTo) implements Command {}

    /** The message of this number and what follows are unread again. */
    record Unread(String room, long from) implements Command {}

    /** I have read the thread under this message up to this number; a lower one than before changes nothing. */
    record ReadThread(String room, long thread, long upTo) implements Command {}

    /** I am writing in the room at this moment. */
    record Typing(String room) implements Command {}

    /** Nobody touches the client on this socket, or somebody does again. */
    record Idle(boolean idle) implements Command {}

    /** Put the socket on the login session of a fresh access token. */
    record Renew(String token) implements Command {}
}
