package chatterbox.message;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.room.UnreadCounts;

/** Counts in the table of messages. */
@Singleton
public final class UnreadMessages implements UnreadCounts {
    @Override
    public Counts count(EntityManager transaction, String room, String username, long after, long head) {
        return new Counts(count(transaction, "", room, username, after, head), 0);
    }

    private static int count(
            EntityManager transaction, String filter, String room, String username, long after, long head) {
        var counted = (Number) transaction
                .createNativeQuery("SELECT COUNT(*) FROM (SELECT 1 FROM message WHERE room = ? AND seq > ? AND seq <= ?"
                        + " AND author <> ?" + filter + " LIMIT " + MOST + ") AS counted")
                .setParameter(1, room)
                .setParameter(2, after)
                .setParameter(3, head)
                .setParameter(4, username)
                .getSingleResult();
        return counted.intValue();
    }
}
