package chatterbox.thread;

import com.github.f4b6a3.uuid.UuidCreator;

import java.util.Optional;

import jakarta.persistence.EntityManager;

import chatterbox.history.ThreadMarker;
import chatterbox.journal.Entry;
import chatterbox.journal.Position;
import chatterbox.journal.Source;
import chatterbox.journal.StreamId;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * Somebody follows a thread, or not any more, or has read it further; or all of their devices are told how that stands. What
 * is unread was counted before, at a head of the room that the fact names, so it is refused as {@code conflict} when the
 * marker is another one by now.
 */
record Marking(Seat seat, ThreadMarker before, ThreadMarker after, long head, int unread, Source source)
        implements Entry {

    static Marking of(EntityManager transaction, Seat seat, ThreadMarker after, long head) {
        var unread = after.following() ? seat.unread(transaction, after.upTo(), head) : 0;
        var source = Source.of(seat.username(), UuidCreator.getTimeOrderedEpoch(), "thread", seat.room());
        return new Marking(seat, seat.marker(transaction), after, head, unread, source);
    }

    @Override
    public StreamId stream() {
        return StreamId.user(seat.username());
    }

    @Override
    public Event.Fact fact(Position position) {
        return new Event.Thread(
                seat.username(),
                position.seq(),
                seat.room(),
                seat.root(),
                after.following(),
                after.upTo(),
                head,
                unread,
                position.at());
    }

    @Override
    public void apply(EntityManager transaction, Position position) {
        if (!seat.marker(transaction).equals(before)) {
            throw Refusal.of(Reason.CONFLICT);
        }
        var follower = Optional.ofNullable(transaction.find(Follower.class, new Follower.Key(seat)))
                .orElseGet(() -> new Follower(seat));
        follower.become(after);
        transaction.persist(follower);
    }
}
