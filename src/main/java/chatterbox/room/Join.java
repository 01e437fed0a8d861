package chatterbox.room;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Entry;
import chatterbox.journal.Position;
import chatterbox.journal.Source;
import chatterbox.journal.StreamId;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** Somebody becomes a member of a room. */
record Join(String room, Event.Person person, Source source) implements Entry {

    /** The join that registering brings. Its id follows from who and where: done again it is the same one. */
    static Join onRegistering(String room, Event.Person newcomer) {
        var name = "join/" + room + "/" + newcomer.username();
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Join(room, newcomer, Source.of(newcomer.username(), id, "join", room));
    }

    @Override
    public StreamId stream() {
        return StreamId.room(room);
    }

    @Override
    public Event.Fact fact(Position position) {
        return new Event.Joined(room, position.seq(), person, position.at());
    }

    @Override
    public void apply(EntityManager transaction, Position position) {
        if (transaction.find(Membership.class, new Membership.Key(room, person.username())) != null) {
            throw Refusal.of(Reason.CONFLICT);
        }
        transaction.persist(new Membership(room, person.username(), position.at()));
    }
}
