package chatterbox.room;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Position;
import chatterbox.protocol.Event;

/** Somebody is no longer a member of a room: they left, or were put out. */
public final class Leave extends RoomEntry {
    private final String username;

    /** Refused as {@code not-found} when the person is no member. */
    public Leave(String room, String username, String by) {
        super(room, by, "leave", room, username);
        this.username = username;
    }

    @Override
    public Event.Fact fact(Position position) {
        return new Event.Left(room, position.seq(), username, byAnother(username), position.at());
    }

    @Override
    public void apply(EntityManager transaction, Position position) {
        transaction.remove(Membership.require(transaction, room, username));
    }
}
