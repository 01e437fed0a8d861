package chatterbox.live;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

import chatterbox.fanout.Follower;
import chatterbox.journal.StreamId;
import chatterbox.outbox.Chunk;
import chatterbox.outbox.Outbox;
import chatterbox.protocol.Asker;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Command;
import chatterbox.protocol.Event;
import chatterbox.session.Caller;

/** One open socket: whose it is, what waits for it, and which streams it follows. */
final class LiveSession implements Asker {
    private final Outbox outbox;
    private final Map<StreamId, Follower> following = new ConcurrentHashMap<>();
    private volatile Caller caller;
    private volatile long heard = System.nanoTime();

    LiveSession(Caller caller, Outbox outbox) {
        this.caller = caller;
        this.outbox = outbox;
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

    void refuse(Optional<String> id, Throwable why) {
        answer(Refusals.event(id, why));
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
