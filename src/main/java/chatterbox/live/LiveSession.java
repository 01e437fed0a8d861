package chatterbox.live;

import com.github.benmanes.caffeine.cache.Ticker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

import chatterbox.fanout.Follower;
import chatterbox.journal.StreamId;
import chatterbox.outbox.Chunk;
import chatterbox.outbox.Closing;
import chatterbox.outbox.Outbox;
import chatterbox.protocol.Asker;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Command;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.session.Caller;
import chatterbox.settings.LimitSettings;
import chatterbox.throttle.TokenBucket;

/** One open socket: whose it is, what waits for it, and which streams it follows. */
final class LiveSession implements Asker {
    private final Outbox outbox;
    private final Map<StreamId, Follower> following = new ConcurrentHashMap<>();
    private final TokenBucket commands;
    private final TokenBucket refusals;
    private volatile Caller caller;
    private volatile long heard = System.nanoTime();

    LiveSession(Caller caller, Outbox outbox, LimitSettings limits) {
        this.caller = caller;
        this.outbox = outbox;
        commands = new TokenBucket(limits.commandsAtOnce(), limits.commandsPerSecond(), Ticker.systemTicker());
        refusals = new TokenBucket(limits.floodRefusals(), limits.floodRefusals() / 10, Ticker.systemTicker());
    }

    Caller caller() {
        return caller;
    }

    Outbox outbox() {
        return outbox;
    }

    @Override
    public String username() {
        return caller.username();
    }

    @Override
    public void answer(Event event) {
        outbox.offer(Chunk.of(Codec.write(event)));
    }

    @Override
    public void refuse(Command command, Throwable why) {
        refuse(command instanceof Command.Post post ? Optional.of(post.id().toString()) : Optional.empty(), why);
    }

    /** Who goes on in spite of many refusals as too fast is not answered for ever. */
    void refuse(Optional<String> id, Throwable why) {
        var refused = Refusals.event(id, why);
        answer(refused);
        if (refused.reason().equals(Reason.TOO_FAST.code()) && !refusals.tryTake()) {
            outbox.end(Closing.FLOOD);
        }
    }

    /** Counts one more command, or throws a {@code Refusal} {@code too-fast}. */
    void countCommand() {
        commands.take();
    }

    /** The socket lives on the login session of another token now. */
    void moveTo(Caller renewed) {
        caller = renewed;
    }

    /** Replaces what the session follows of a stream; {@code follow} gets it going. */
    void follow(StreamId stream, Function<Outbox, Follower> follow, BiConsumer<StreamId, Follower> leave) {
        unfollow(stream, leave);
        following.put(stream, follow.apply(outbox));
        if (!outbox.isOpen()) {
            unfollow(stream, leave); // It was closed meanwhile, when this was not there yet to be left.
        }
    }

    void unfollow(StreamId stream, BiConsumer<StreamId, Follower> leave) {
        Optional.ofNullable(following.remove(stream)).ifPresent(follower -> leave.accept(stream, follower));
    }

    void unfollowAll(BiConsumer<StreamId, Follower> leave) {
        following.keySet().forEach(stream -> unfollow(stream, leave));
    }

    /** Something came from the other side. */
    void hear() {
        heard = System.nanoTime();
    }

    long silentNanos() {
        return System.nanoTime() - heard;
    }
}
