package chatterbox.search;

import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** What a message is found by. The database keeps its index in step with these rows, and numbers them as they come. */
@Entity
@Table(name = "message_words")
@IdClass(Words.Key.class)
class Words {
    @Id
    private String room;

    @Id
    private long seq;

    private String words;

    protected Words() {}

    void change(String text) {
        words = of(text);
    }

    /** What a text is found by. */
    static String of(String text) {
        return Tokens.of(text).stream().map(Token::text).collect(Collectors.joining(" "));
    }

    /** A room and a message's number. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String room;
        long seq;

        protected Key() {}

        Key(String room, long seq) {
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
