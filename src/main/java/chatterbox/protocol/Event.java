package chatterbox.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the server tells a client. Those with a {@code seq} are facts of a stream's log and come gapless and in order;
 * the others are answers or ephemeral. Times are UTC with milliseconds.
 */
public sealed interface Event {

    /** A fact of a stream's log. */
    sealed interface Fact extends Event {
        long seq();
    }

    /**
     * A text that somebody posted; empty once it was deleted.
     *
     * @param replyTo the number of the message that it answers
     * @param thread the number of the message whose thread it belongs to, which is its root
     * @param also whether one of a thread is shown in the room as well
     * @param mentions members of the room by their user names, and {@code @room} for all of them
     * @param state what became of it; only in pages and views, and only when there is something
     */
    record Message(
            String room,
            long seq,
            UUID id,
            String author,
            String text,
            Instant at,
            Optional<Long> replyTo,
            Optional<Long> thread,
            Optional<Boolean> also,
            Optional<List<String>> mentions,
            Optional<State> state)
            implements Fact {
        /** One that answers nobody, names nobody, and to which nothing happened. */
        public Message(String room, long seq, UUID id, String author, String text, Instant at) {
            this(
                    room,
                    seq,
                    id,
                    author,
                    text,
                    at,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** The text of a message is another one now. */
    record Edited(String room, long seq, long message, String text, Instant at) implements Fact {}

    /**
     * A message is empty from now on: its text is nowhere any more.
     *
     * @param replies of one that belonged to a thread: what is left of that, when anything is
     */
    record Deleted(
            String room,
            long seq,
            long message,
            String author,
            Optional<Long> thread,
            Optional<Boolean> also,
            Optional<Replies> replies,
            Optional<List<String>> mentions,
            String by,
            Instant at)
            implements Fact {}

    /** Somebody reacted to a message, or took that back. */
    record Reacted(String room, long seq, long message, String emoji, String username, boolean on, Instant at)
            implements Fact {}

    /** A message was pinned, or is not any more. */
    record Pinned(String room, long seq, long message, boolean on, String by, Instant at) implements Fact {}

    /** Somebody became a member of the room, because another one asked them in if that is said. */
    record Joined(String room, long seq, Person person, Optional<String> by, Instant at) implements Fact {}

    /** Somebody is no longer a member of the room; put out, if it says by whom. */
    record Left(String room, long seq, String username, Optional<String> by, Instant at) implements Fact {}

    /** The room came into being, or is called, described, open or kept otherwise: all as it is now. */
    record Changed(
            String room, long seq, String name, String topic, String kind, boolean archived, String by, Instant at)
            implements Fact {}

    /** A member owns the room now, or no longer. */
    record Owner(String room, long seq, String username, boolean owner, String by, Instant at) implements Fact {}

    /** One's own role changed. */
    record Role(String user, long seq, String role, Instant at) implements Fact {}

    /** One is a member of a room now, which is to be followed from its head. */
    record Entered(String user, long seq, RoomHead room, Instant at) implements Fact {}

    /** One is a member of the room no longer. */
    record Gone(String user, long seq, String room, Instant at) implements Fact {}

    /** Up to which number one has read a room, and what is unread behind it as of the room's number {@code head}. */
    record Read(String user, long seq, String room, long upTo, long head, int unread, int mentions, Instant at)
            implements Fact {}

    /**
     * Whether one follows a thread, up to which number one has read it, and what is unread behind it as of the room's
     * number {@code head}.
     */
    record Thread(
            String user,
            long seq,
            String room,
            long root,
            boolean following,
            long upTo,
            long head,
            int unread,
            Instant at)
            implements Fact {}

    /** What one prefers on all of one's devices: all of it as it is now. */
    record Preferences(String user, long seq, Values values, Instant at) implements Fact {
        /**
         * @param rooms of which rooms one is notified otherwise than of mentions alone
         * @param quiet when one is notified of nothing
         * @param receipts whether others may know how far one has read, and one how far they have; yes unless it is said
         */
        public record Values(List<RoomLevel> rooms, Optional<Quiet> quiet, Optional<Boolean> receipts) {
            public Values(List<RoomLevel> rooms, Optional<Quiet> quiet) {
                this(rooms, quiet, Optional.empty());
            }

            public boolean sharesReceipts() {
                return receipts.orElse(true);
            }
        }

        /** About what one is notified in a room. */
        public record RoomLevel(String room, Level level) {}

        /** A part of each day, by the clock of the device: {@code HH:mm}; it may go over midnight. */
        public record Quiet(String from, String to) {}

        /** From everything to nothing. */
        public enum Level {
            ALL,
            MENTIONS,
            NOTHING
        }
    }

    record Welcome(
            int protocol, String epoch, Me me, List<RoomHead> rooms, Head you, Online.Snapshot online, Limits limits)
            implements Event {}

    record Followed(Optional<String> room, Optional<String> user, long head) implements Event {}

    /** The cursor cannot be resumed: load a fresh snapshot; what comes next on the socket is {@code seq + 1}. */
    record Reset(Optional<String> room, Optional<String> user, long seq) implements Event {}

    record Ack(UUID id, String room, long seq) implements Event {}

    /** No, with the reason's code; {@code id} is the command's where it had one. Parameters stand beside the fields. */
    record Refused(
            Optional<String> id,
            String reason,
            Optional<String> field,
            @Flat Map<String, Object> parameters) implements Event {}

    /** The socket is now on the session of the token, whose access tokens live so many seconds. */
    record Renewed(long expiresIn) implements Event {}

    /**
     * Who came online and who went, whom nobody sees at a device any more and who is back there, since the last such
     * event, and how many are online now.
     */
    record Online(
            int count, List<Person> came, List<String> went, Optional<List<String>> away, Optional<List<String>> back)
            implements Event {
        /** How many are online, the first of them by name, and which of these are away. */
        public record Snapshot(int count, List<Person> people, Optional<List<String>> away) {}
    }

    /**
     * What became of a message since it was posted. One that was deleted has nothing but {@code deletedBy}, and its thread
     * where there is one.
     */
    record State(
            Optional<Instant> editedAt,
            Optional<String> deletedBy,
            Optional<String> pinnedBy,
            Optional<List<Reactions>> reactions,
            Optional<Replies> thread) {}

    /**
     * The replies in a thread that are not deleted.
     *
     * @param last the number of the last one: what came before it is counted
     * @param people by whom the latest are, up to three
     */
    record Replies(int replies, long last, Instant lastAt, List<String> people) {}

    /** Who reacted with one emoji, in the order in which they did. */
    record Reactions(String emoji, List<String> people) {}

    /** How far somebody else has read a direct room; 0 when they no longer tell it. */
    record Seen(String room, String username, long upTo) implements Event {}

    /** Somebody is writing in a room at this moment. */
    record Typing(String room, String username) implements Event {}

    record Person(String username, String displayName) {}

    record Me(String username, String displayName, String role) {}

    record Head(long head) {}

    /**
     * A room as one of its members sees it, with everything up to its number {@code head}.
     *
     * @param kind {@code public}, {@code announcement}, {@code private} or {@code direct}
     * @param owner whether one owns it
     * @param people the others, in a direct room
     * @param read the number up to which one has read
     * @param unread how many messages of others follow; 1,000 are 1,000 or more
     * @param mentions how many of them name one, or everybody
     */
    record RoomHead(
            String id,
            String name,
            long head,
            int members,
            String kind,
            String topic,
            boolean archived,
            boolean owner,
            Optional<List<Person>> people,
            long read,
            int unread,
            int mentions) {}

    /** What a client must know beforehand: a text's length in code points; up to how many online people lines are drawn. */
    record Limits(int textCodePoints, int presenceLines) {}
}
