package chatterbox.history;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import chatterbox.protocol.Answer;
import chatterbox.protocol.Event;

/**
 * A text that a message has had, under the number of the fact that told it: the posting's or an edit's. There are none
 * while a message was never edited, and none when it was deleted.
 */
@Entity
@Table(name = "message_version")
@IdClass(Version.Key.class)
public class Version {
    @Id
    private String room;

    @Id
    private long message;

    @Id
    private long seq;

    private String text;
    private Instant at;

    protected Version() {}

    public Version(Event.Edited edited) {
        room = edited.room();
        message = edited.message();
        seq = edited.seq();
        text = edited.text();
        at = edited.at();
    }

    /** The text that a message was posted with. */
    public Version(Event.Message posted) {
        room = posted.room();
        message = posted.seq();
        seq = posted.seq();
        text = posted.text();
        at = posted.at();
    }

    public boolean isOriginal() {
        return seq == message;
    }

    /** The edit that made it, without its text. */
    public Event.Edited emptied() {
        return new Event.Edited(room, seq, message, "", at);
    }

    Answer.Version answer() {
        return new Answer.Version(text, at);
    }

    /** A message and the number of a fact. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String room;
        long message;
        long seq;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.seq == seq && key.message == message && key.room.equals(room);
        }

        @Override
        public int hashCode() {
            return Objects.hash(room, message, seq);
        }
    }
}
