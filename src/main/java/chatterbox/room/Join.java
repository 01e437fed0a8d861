package chatterbox.room;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Position;
import chatterbox.journal.Source;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** Somebody becomes a member of a room, by themselves or because a member asked them in. */
public final class Join extends RoomEntry {
    private final Event.Person person;

    /** Refused as {@code conflict} when the person is a member. */
    public Join(String room, Event.Person person, String by) {
        super(room, by, "join", room, person.username());
        this.person = person;
    }

    Join(String room, Event.Person person, Source source) {
        super(room, person.username(), source);
        this.person = person;
    }

    /** The join that registering brings. Its id follows from who and where: done again it is the same one. */
    public static Join onRegistering(String room, Event.Person newcomer) {
        var name = "join/" + room + "/" + newcomer.username();
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new Join(room, newcomer, Source.of(newcomer.username(), id, "join", room));
    }

    @Override
    public Event.Fact fact(Position position) {
        return new Event.Joined(room, position.seq(), person, byAnother(person.username()), position.at());
    }

    @Override
    public void apply(EntityManager transaction, Position position) {
        if (transaction.find(Membership.class, new Membership.Key(room, person.username())) != null) {
            throw Refusal.of(Reason.CONFLICT);
        }
        transaction.persist(new Membership(person.username(), position));
    }
}
