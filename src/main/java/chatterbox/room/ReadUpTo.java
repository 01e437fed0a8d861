package chatterbox.room;

import com.github.f4b6a3.uuid.UuidCreator;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Entry;
import chatterbox.journal.Position;
import chatterbox.journal.Source;
import chatterbox.journal.StreamId;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * A reader's marker moves. What is unread behind it was counted before, at a head of the room that the fact names:
 * whoever has the room's facts after that number counts on from there.
 */
public final class ReadUpTo implements Entry {
    private final String username;
    private final ReadingState state;
    private final Move move;
    private final Source source;

    /**
     * A marker and what is unread behind it.
     *
     * @param head the number at which it was counted
     */
    public record ReadingState(String room, long upTo, long head, UnreadCounts.Counts counts) {}

    /** Which way a marker may go. */
    public enum Move {
        FORWARD,
        EITHER_WAY;

        boolean changes(long from, long to) {
            return this == FORWARD ? from < to : from != to;
        }
    }

    /**
     * Refused as {@code not-found} when the person is no member any more, as {@code conflict} when the marker stands
     * where it would not move.
     */
    public ReadUpTo(String username, ReadingState state, Move move) {
        this.username = username;
        this.state = state;
        this.move = move;
        source = Source.of(username, UuidCreator.getTimeOrderedEpoch(), "read", state.room());
    }

    @Override
    public StreamId stream() {
        return StreamId.user(username);
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Event.Fact fact(Position position) {
        var counts = state.counts;
        return new Event.Read(
                username,
                position.seq(),
                state.room,
                state.upTo,
                state.head,
                counts.unread(),
                counts.mentions(),
                position.at());
    }

    @Override
    public void apply(EntityManager transaction, Position position) {
        var membership = Membership.require(transaction, state.room, username);
        if (!move.changes(membership.readUpTo(), state.upTo)) {
            throw Refusal.of(Reason.CONFLICT);
        }
        membership.readUpTo(state.upTo);
    }
}
