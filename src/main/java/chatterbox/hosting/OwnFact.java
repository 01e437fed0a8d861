package chatterbox.hosting;

import com.github.f4b6a3.uuid.UuidCreator;

import java.util.function.Function;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Entry;
import chatterbox.journal.Position;
import chatterbox.journal.Source;
import chatterbox.journal.StreamId;
import chatterbox.protocol.Event;

/** Tells all devices of a person what became of their rooms. The rows were written before, with the room's fact. */
record OwnFact(String username, Source source, Function<Position, Event.Fact> fact) implements Entry {

    static OwnFact entered(String username, Event.RoomHead room) {
        return of(username, room.id(), position -> new Event.Entered(username, position.seq(), room, position.at()));
    }

    static OwnFact gone(String username, String room) {
        return of(username, room, position -> new Event.Gone(username, position.seq(), room, position.at()));
    }

    private static OwnFact of(String username, String room, Function<Position, Event.Fact> fact) {
        return new OwnFact(username, Source.of(username, UuidCreator.getTimeOrderedEpoch(), "rooms", room), fact);
    }

    @Override
    public StreamId stream() {
        return StreamId.user(username);
    }

    @Override
    public Event.Fact fact(Position position) {
        return fact.apply(position);
    }

    @Override
    public void apply(EntityManager transaction, Position position) {
        // Nothing but the fact.
    }
}
