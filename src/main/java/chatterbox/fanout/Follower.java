package chatterbox.fanout;

import java.util.List;

import chatterbox.journal.Batch;
import chatterbox.journal.Logged;
import chatterbox.outbox.Chunk;
import chatterbox.outbox.Closing;
import chatterbox.outbox.Outbox;

/**
 * One session's place in one stream: the number up to which its outbox was given everything. Guarded by the channel's
 * lock once it has joined; before that only the thread that catches it up touches it.
 */
public final class Follower {
    private final Outbox outbox;
    private long seq;

    Follower(Outbox outbox, long seq) {
        this.outbox = outbox;
        this.seq = seq;
    }

    long seq() {
        return seq;
    }

    void skipTo(long seq) {
        this.seq = seq;
    }

    void catchUp(List<Logged> missed) {
        catchUp(missed, chunk(missed));
    }

    /** The same with the entries' chunk, where that was made before. */
    void catchUp(List<Logged> missed, Chunk chunk) {
        if (!missed.isEmpty()) {
            outbox.offer(chunk);
            seq = missed.get(missed.size() - 1).seq();
        }
    }

    /** Gives the outbox what it does not have of a batch; nearly always that is the whole of it. */
    void deliver(Batch batch, Chunk whole) {
        if (batch.last() <= seq) {
            return; // It was read from the database between its commit and this.
        }
        if (batch.first() == seq + 1) {
            outbox.offer(whole);
            seq = batch.last();
        } else if (batch.first() <= seq) {
            catchUp(batch.entries().stream().filter(entry -> entry.seq() > seq).toList());
        } else {
            // A gap cannot come about here; if it did, resuming would close it.
            outbox.end(Closing.TOO_SLOW);
        }
    }

    /** Something that has no place in the stream. */
    void tell(Chunk chunk) {
        outbox.offer(chunk);
    }

    static Chunk chunk(List<Logged> entries) {
        return Chunk.of(entries.stream().map(Logged::json).toList());
    }
}
