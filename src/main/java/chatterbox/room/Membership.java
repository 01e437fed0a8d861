package chatterbox.room;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import chatterbox.journal.Position;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * That somebody belongs to a room, and up to which number they have read it: written when they join, removed when they
 * leave.
 */
@Entity
@Table(name = "membership")
@IdClass(Membership.Key.class)
class Membership {
    @Id
    private String room;

    @Id
    private String username;

    private Instant since;
    private boolean owner;

    @Column(name = "read_up_to")
    private long readUpTo;

    protected Membership() {}

    /** Somebody comes in; what was said before counts as read. */
    Membership(String username, Position position) {
        room = position.stream().name();
        this.username = username;
        since = position.at();
        readUpTo = position.seq();
    }

    String room() {
        return room;
    }

    boolean owner() {
        return owner;
    }

    void appoint(Appointment.Place place) {
        owner = place.isOwner();
    }

    long readUpTo() {
        return readUpTo;
    }

    void readUpTo(long seq) {
        readUpTo = seq;
    }

    /** The person's, or a {@link Refusal} {@code not-found}. */
    static Membership require(EntityManager transaction, String room, String username) {
        return Optional.ofNullable(transaction.find(Membership.class, new Key(room, username)))
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("username"));
    }

    /** A room and a user name. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String room;
        String username;

        protected Key() {}

        Key(String room, String username) {
            this.room = room;
            this.username = username;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.room.equals(room) && key.username.equals(username);
        }

        @Override
        public int hashCode() {
            return Objects.hash(room, username);
        }
    }
}
