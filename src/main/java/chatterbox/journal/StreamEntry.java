package chatterbox.journal;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;

/**
 * One row of the log. It is written once, with the next number of its stream; only its body changes later, when what it
 * told is redacted, and its number and type stay.
 */
@Entity
@Table(name = "stream_entry")
@IdClass(StreamEntry.Key.class)
class StreamEntry {
    /** The form of the bodies written today; older ones are brought up to it when they are read. */
    private static final int VERSION = 1;

    @Id
    private String stream;

    @Id
    private long seq;

    private String type;
    private int version;
    private String author;

    @Column(name = "client_id")
    private UUID clientId;

    private byte[] digest;
    private Instant at;
    private String body;

    protected StreamEntry() {}

    StreamEntry(Source source, Position position, Event.Fact fact) {
        stream = position.stream().key();
        seq = position.seq();
        type = Codec.type(fact);
        version = VERSION;
        author = source.author();
        clientId = source.id();
        digest = source.digest();
        at = position.at();
        body = Codec.write(fact);
    }

    Logged logged() {
        return new Logged(seq, body);
    }

    /** A stream's key and a number. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String stream;
        long seq;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.seq == seq && key.stream.equals(stream);
        }

        @Override
        public int hashCode() {
            return Objects.hash(stream, seq);
        }
    }
}
