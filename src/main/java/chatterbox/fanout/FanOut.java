package chatterbox.fanout;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.journal.Batch;
import chatterbox.journal.Committed;
import chatterbox.journal.Journal;
import chatterbox.journal.StreamId;
import chatterbox.outbox.Chunk;
import chatterbox.outbox.Outbox;
import chatterbox.outbox.Senders;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.settings.LiveSettings;

/**
 * Passes what the journal commits on to those who follow, and lets a follower resume where it was: first what it missed,
 * out of the database, then what comes.
 */
@Singleton
public final class FanOut implements Committed {
    /** Longer than sending to a thousand takes, shorter than anybody notices. */
    private static final long MOST_WAIT_MILLIS = 20;

    private final Journal journal;
    private final Senders senders;
    private final int resumeLimit;
    private final Map<StreamId, Channel> channels = new ConcurrentHashMap<>();

    @Inject
    FanOut(Journal journal, Senders senders, LiveSettings settings) {
        this.journal = journal;
        this.senders = senders;
        resumeLimit = settings.resumeLimit();
    }

    @Override
    public void committed(Batch batch) {
        // Also when nobody follows: whoever is just opening the channel may have read the head before this commit.
        channels.computeIfAbsent(batch.stream(), stream -> new Channel(batch.first() - 1))
                .publish(batch);
    }

    @Override
    public void together(Runnable commit) {
        senders.gather(commit, MOST_WAIT_MILLIS);
    }

    /** Follows from behind a number of this epoch, or from now on when none is given. */
    public Follower follow(StreamId stream, Outbox outbox, Optional<Long> after, Optional<String> epoch) {
        // Read before the map is locked, for a writer may wait there; what is committed in between opens the channel
        // itself.
        var stored = journal.head(stream);
        var channel = channels.computeIfAbsent(stream, opened -> new Channel(stored));
        if (after.isEmpty()) {
            return fromNow(channel, outbox, stored, head -> followed(stream, head));
        }
        var missed = journal.after(stream, after.get(), resumeLimit + 1);
        var chunk = Follower.chunk(missed);
        if (!epoch.orElse(journal.epoch()).equals(journal.epoch())
                || after.get() > stored
                || missed.size() > resumeLimit
                || !outbox.hasRoomFor(chunk.bytes())) {
            return fromNow(channel, outbox, stored, head -> reset(stream, head));
        }
        outbox.offer(chunk(followed(stream, stored)));
        var follower = new Follower(outbox, after.get());
        follower.catchUp(missed, chunk);
        return join(stream, channel, follower);
    }

    /** Tells those who follow the stream at this moment, if they are at most so many; nothing of it is kept. */
    public void tell(StreamId stream, Event event, int most) {
        Optional.ofNullable(channels.get(stream)).ifPresent(channel -> channel.tell(event, most));
    }

    /** Gives the follower nothing more. */
    public void unfollow(StreamId stream, Follower follower) {
        channels.computeIfPresent(stream, (key, channel) -> {
            channel.leave(follower);
            return channel;
        });
    }

    private Follower join(StreamId stream, Channel channel, Follower follower) {
        while (!channel.join(follower)) {
            follower.catchUp(journal.after(stream, follower.seq(), resumeLimit));
        }
        return follower;
    }

    private static Follower fromNow(Channel channel, Outbox outbox, long stored, LongFunction<Event> first) {
        var follower = new Follower(outbox, stored);
        channel.joinNow(follower, stored, head -> outbox.offer(chunk(first.apply(head))));
        return follower;
    }

    private static Event followed(StreamId stream, long head) {
        return new Event.Followed(room(stream), user(stream), head);
    }

    private static Event reset(StreamId stream, long head) {
        return new Event.Reset(room(stream), user(stream), head);
    }

    private static Optional<String> room(StreamId stream) {
        return stream.isRoom() ? Optional.of(stream.name()) : Optional.empty();
    }

    private static Optional<String> user(StreamId stream) {
        return stream.isRoom() ? Optional.empty() : Optional.of(stream.name());
    }

    private static Chunk chunk(Event event) {
        return Chunk.of(Codec.write(event));
    }
}
