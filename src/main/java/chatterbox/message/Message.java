package chatterbox.message;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import chatterbox.journal.Position;
import chatterbox.protocol.Event;

/** A message as it stands now; the log tells how it came to be so. Its number is the one of its posting. */
@Entity
@Table(name = "message")
@IdClass(Message.Key.class)
class Message {
    @Id
    private String room;

    @Id
    private long seq;

    private UUID id;
    private String author;
    private String text;
    private Instant at;

    protected Message() {}

    Message(Draft draft, UUID id, Position position) {
        this.room = draft.room();
        this.seq = position.seq();
        this.id = id;
        this.author = draft.author();
        this.text = draft.text();
        this.at = position.at();
    }

    Event.Message event() {
        return new Event.Message(room, seq, id, author, text, at);
    }

    /** A room and a number. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String room;
        long seq;

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
