package chatterbox.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * How far a stream has come. The row comes into being with the stream's first entry, at number 0; a writer locks it,
 * takes numbers from it and puts it back with the commit, which is why the numbers have no gap. Without relations, so
 * that a lock loads nothing else.
 */
@Entity
@Table(name = "stream_head")
class StreamHead {
    @Id
    private String stream;

    private long seq;
    private Instant at;

    protected StreamHead() {}

    String stream() {
        return stream;
    }

    long seq() {
        return seq;
    }

    /** The next place; a clock that went back does not take the stream along. */
    Position next(Instant now) {
        seq++;
        var millis = now.truncatedTo(ChronoUnit.MILLIS);
        at = millis.isBefore(at) ? at : millis;
        return new Position(new StreamId(stream), seq, at);
    }
}
