package chatterbox.fanout;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongConsumer;

import chatterbox.journal.Batch;
import chatterbox.outbox.Chunk;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;

/**
 * The followers of one stream and how far it was published to them. A follower joins only when it has everything up to
 * that number, decided under the same lock under which batches are published: so it misses none and gets none twice.
 */
final class Channel {
    private final Set<Follower> followers = new LinkedHashSet<>();
    private long head;

    Channel(long head) {
        this.head = head;
    }

    synchronized void publish(Batch batch) {
        head = Math.max(head, batch.last());
        if (!followers.isEmpty()) {
            var chunk = Follower.chunk(batch.entries());
            followers.forEach(follower -> follower.deliver(batch, chunk));
        }
    }

    /** Tells what is not kept; nobody, when there are more than so many. */
    synchronized void tell(Event event, int most) {
        if (!followers.isEmpty() && followers.size() <= most) {
            var chunk = Chunk.of(Codec.write(event));
            followers.forEach(follower -> follower.tell(chunk));
        }
    }

    /** Joins if nothing is left to catch up with; else the caller reads on and asks again. */
    synchronized boolean join(Follower follower) {
        return follower.seq() >= head && followers.add(follower);
    }

    /**
     * Joins from now on, which is behind {@code stored} or behind what was published, whichever came further; {@code
     * first} is told that number before anything behind it can be delivered.
     */
    synchronized void joinNow(Follower follower, long stored, LongConsumer first) {
        var now = Math.max(stored, head);
        first.accept(now);
        follower.skipTo(now);
        followers.add(follower);
    }

    synchronized void leave(Follower follower) {
        followers.remove(follower);
    }
}
