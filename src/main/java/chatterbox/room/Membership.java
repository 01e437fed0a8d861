package chatterbox.room;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** That somebody belongs to a room: written when they join, removed when they leave. */
@Entity
@Table(name = "membership")
@IdClass(Membership.Key.class)
class Membership {
    @Id
    private String room;

    @Id
    private String username;

    private Instant since;

    protected Membership() {}

    Membership(String room, String username, Instant since) {
        this.room = room;
        this.username = username;
        this.since = since;
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
