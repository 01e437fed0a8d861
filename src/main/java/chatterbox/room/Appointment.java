package chatterbox.room;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Position;
import chatterbox.protocol.Event;

/** A member becomes an owner of the room, or is one no longer. */
public final class Appointment extends RoomEntry {
    private final String username;
    private final Place place;

    /** What a member is in a room. */
    public enum Place {
        MEMBER,
        OWNER;

        public boolean isOwner() {
            return this == OWNER;
        }
    }

    /** Refused as {@code not-found} when the person is no member. */
    public Appointment(String room, String username, Place place, String by) {
        super(room, by, "appoint", room, username, place.name());
        this.username = username;
        this.place = place;
    }

    @Override
    public Event.Fact fact(Position position) {
        return new Event.Owner(room, position.seq(), username, place.isOwner(), by, position.at());
    }

    @Override
    public void apply(EntityManager transaction, Position position) {
        Membership.require(transaction, room, username).appoint(place);
    }
}
