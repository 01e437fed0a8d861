package chatterbox.room;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Position;
import chatterbox.protocol.Event;

/** A member becomes an owner of the room, or is one no longer. */
public final class Appointment extends RoomEntry {
    private final String username;
    private final boolean owner;

    /** Refused as {@code not-found} when the person is no member. */
    public Appointment(String room, String username, boolean owner, String by) {
        super(room, by, "appoint", room, username, String.valueOf(owner));
        this.username = username;
        this.owner = owner;
    }

    @Override
    public Event.Fact fact(Position position) {
        return new Event.Owner(room, position.seq(), username, owner, by, position.at());
    }

    @Override
    public void apply(EntityManager transaction, Position position) {
        Membership.require(transaction, room, username).appoint(owner);
    }
}
