package chatterbox.thread;

import java.io.Serializable;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import chatterbox.history.ThreadMarker;

/**
 * That somebody follows a thread, and up to which number they have read it: written when they begin to, and kept when they
 * stop, so that only they themselves begin again.
 */
@Entity
@Table(name = "thread_follower")
@IdClass(Follower.Key.class)
class Follower {
    @Id
    private String room;

    @Id
    private long root;

    @Id
    private String username;

    private boolean following;

    @Column(name = "read_up_to")
    private long readUpTo;

    /** The number of the reply with which they began to follow; 0 when it was none. */
    private long began;

    protected Follower() {}

    Follower(Seat seat) {
        room = seat.room();
        root = seat.root();
        username = seat.username();
    }

    Seat seat() {
        return new Seat(room, root, username);
    }

    ThreadMarker marker() {
        return new ThreadMarker(following, readUpTo);
    }

    void become(ThreadMarker marker) {
        following = marker.following();
        readUpTo = marker.upTo();
    }

    /** With a reply, of whomever. */
    void begin(long reply, long upTo) {
        become(new ThreadMarker(true, upTo));
        began = reply;
    }

    /** A room, the number of a root and a user name. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1;

        String room;
        long root;
        String username;

        protected Key() {}

        Key(Seat seat) {
            room = seat.room();
            root = seat.root();
            username = seat.username();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.root == root
                    && key.room.equals(room)
                    && key.username.equals(username);
        }

        @Override
        public int hashCode() {
            return Objects.hash(room, root, username);
        }
    }
}
