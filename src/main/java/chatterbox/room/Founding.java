package chatterbox.room;

import java.util.Collection;
import java.util.Optional;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Position;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** A room comes into being, with its first members; its founder owns it, unless it is a direct one. */
public final class Founding extends RoomEntry {
    private final RoomTraits traits;
    private final Collection<String> members;

    /** Refused as {@code conflict} when the room is there, as {@code name-taken} when another one is called so. */
    public Founding(String room, RoomTraits traits, Collection<String> members, String by) {
        super(room, by, "found", room);
        this.traits = traits;
        this.members = members;
    }

    @Override
    public Event.Fact fact(Position position) {
        return Change.fact(position, traits, by);
    }

    @Override
    public void apply(EntityManager transaction, Position position) {
        if (transaction.find(Room.class, room) != null) {
            throw Refusal.of(Reason.CONFLICT);
        }
        Change.requireFree(transaction, traits, Optional.empty());
        transaction.persist(new Room(room, traits, position.at()));
        transaction.flush(); // Members point to their room, which the provider does not know.
        members.forEach(member -> transaction.persist(member(member, position)));
    }

    private Membership member(String username, Position position) {
        var membership = new Membership(username, position);
        if (username.equals(by) && traits.kind() != Kind.DIRECT) {
            membership.appoint(Appointment.Place.OWNER);
        }
        return membership;
    }
}
