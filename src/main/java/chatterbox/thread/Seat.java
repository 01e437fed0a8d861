package chatterbox.thread;

import jakarta.persistence.EntityManager;

import chatterbox.history.ThreadMarker;
import chatterbox.room.UnreadCounts;

/** Somebody's place in a thread. */
record Seat(String room, long root, String username) {
    private static final ThreadMarker NEVER = new ThreadMarker(false, 0);

    /** Another one's in the same thread. */
    Seat of(String another) {
        return new Seat(room, root, another);
    }

    ThreadMarker marker(EntityManager transaction) {
        var follower = transaction.find(Follower.class, new Follower.Key(this));
        return follower == null ? NEVER : follower.marker();
    }

    /** Replies of others behind a number, up to another one. */
    int unread(EntityManager transaction, long after, long head) {
        var count = transaction
                .createNativeQuery(
                        "SELECT COUNT(*) FROM (SELECT 1 FROM message WHERE room = ? AND thread = ? AND seq > ?"
                                + " AND seq <= ? AND author <> ? AND deleted_by IS NULL LIMIT " + UnreadCounts.MOST
                                + ") AS counted")
                .setParameter(1, room)
                .setParameter(2, root)
                .setParameter(3, after)
                .setParameter(4, head)
                .setParameter(5, username)
                .getSingleResult();
        return ((Number) count).intValue();
    }
}
