package chatterbox.history;

import java.io.Serializable;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import chatterbox.protocol.Event;

/** That somebody reacts to a message with an emoji: written when they do, removed when they take it back. */
@Entity
@Table(name = "reaction")
@IdClass(Reaction.Key.class)
public class Reaction {
    @Id
    private String room;

    @Id
    private long message;

    @Id
    private String emoji;

    @Id
    private String username;

    /** The number of the fact that told it: the order of reactions. */
    private long seq;

    protected Reaction() {}

    public Reaction(Event.Reacted reacted) {
        room = reacted.room();
        message = reacted.message();
        emoji = reacted.emoji();
        username = reacted.username();
        seq = reacted.seq();
    }

    long message() {
        return message;
    }

    String emoji() {
        return emoji;
    }

    String username() {
        return username;
    }

    /** A message, an emoji and a user name. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String room;
        long message;
        String emoji;
        String username;

        protected Key() {}

        public Key(String room, long message, String emoji, String username) {
            this.room = room;
            this.message = message;
            this.emoji = emoji;
            this.username = username;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.message == message
                    && key.room.equals(room)
                    && key.emoji.equals(emoji)
                    && key.username.equals(username);
        }

        @Override
        public int hashCode() {
            return Objects.hash(room, message, emoji, username);
        }
    }
}
