package chatterbox.history;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import chatterbox.protocol.Event;

/** A message as it stands now; the log tells how it came to be so. Its number is the one of its posting. */
@Entity
@Table(name = "message")
@IdClass(Message.Key.class)
public class Message {
    @Id
    private String room;

    @Id
    private long seq;

    private UUID id;
    private String author;
    private String text;
    private Instant at;

    @Column(name = "reply_to")
    private Long replyTo;

    /** The number of the root of the thread that it belongs to. */
    private Long thread;

    /** Whether one of a thread is shown in the room as well; null when not. */
    private Boolean also;

    /** With a space between two of them, which no user name holds. */
    private String mentions;

    @Column(name = "edited_at")
    private Instant editedAt;

    @Column(name = "deleted_by")
    private String deletedBy;

    @Column(name = "pinned_by")
    private String pinnedBy;

    /** Whether the search has its words; null when not. */
    private Boolean indexed;

    protected Message() {}

    /** One that was just posted. */
    public Message(Event.Message posted) {
        room = posted.room();
        seq = posted.seq();
        id = posted.id();
        author = posted.author();
        text = posted.text();
        at = posted.at();
        replyTo = posted.replyTo().orElse(null);
        thread = posted.thread().orElse(null);
        also = posted.also().orElse(null);
        mentions = posted.mentions().map(names -> String.join(" ", names)).orElse(null);
    }

    public String room() {
        return room;
    }

    public long seq() {
        return seq;
    }

    public String author() {
        return author;
    }

    public String text() {
        return text;
    }

    public Instant at() {
        return at;
    }

    public boolean isDeleted() {
        return deletedBy != null;
    }

    public boolean isPinned() {
        return pinnedBy != null;
    }

    /** The number of the root of the thread that it belongs to. */
    public Optional<Long> thread() {
        return Optional.ofNullable(thread);
    }

    public Optional<Boolean> also() {
        return Optional.ofNullable(also);
    }

    /** Whether the room shows it, and not its thread alone. */
    boolean isInRoom() {
        return thread == null || also != null;
    }

    Optional<Long> replyTo() {
        return Optional.ofNullable(replyTo);
    }

    public Optional<List<String>> mentions() {
        return Optional.ofNullable(mentions).map(names -> List.of(names.split(" ")));
    }

    /** What its posting tells, with today's text. */
    public Event.Message event() {
        return event(Optional.empty());
    }

    /** The same, and what became of it. */
    Event.Message event(List<Event.Reactions> reactions, Optional<Event.Replies> replies) {
        var touched = editedAt != null
                || deletedBy != null
                || pinnedBy != null
                || !reactions.isEmpty()
                || replies.isPresent();
        var state = new Event.State(
                Optional.ofNullable(editedAt),
                Optional.ofNullable(deletedBy),
                Optional.ofNullable(pinnedBy),
                Optional.of(reactions).filter(some -> !some.isEmpty()),
                replies);
        return event(touched ? Optional.of(state) : Optional.empty());
    }

    public void edit(String newText, Instant when) {
        text = newText;
        editedAt = when;
    }

    /** Leaves its place and whom it named, which others count by, and nothing else. */
    public void delete(String by) {
        text = "";
        deletedBy = by;
        editedAt = null;
        pinnedBy = null;
    }

    public void pin(String by) {
        pinnedBy = by;
    }

    public void unpin() {
        pinnedBy = null;
    }

    public void indexed() {
        indexed = true;
    }

    private Event.Message event(Optional<Event.State> state) {
        return new Event.Message(room, seq, id, author, text, at, replyTo(), thread(), also(), mentions(), state);
    }

    /** A room and a number. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String room;
        long seq;

        protected Key() {}

        public Key(String room, long seq) {
            this.room = room;
            this.seq = seq;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.seq == seq && key.room.equals(room);
        }

        @Override
        public int hashCode() {
            return Objects.hash(room, seq);
        }
    }
}
