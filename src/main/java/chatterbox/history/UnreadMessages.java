package chatterbox.history;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.room.UnreadCounts;

/** Counts in the table of messages. */
@Singleton
public final class UnreadMessages implements UnreadCounts {
    private static final String NAMED =
            "(' ' || mentions || ' ' LIKE ? ESCAPE '!' OR ' ' || mentions || ' ' LIKE '% @room %')";

    static final String NAMES_THEM = " AND mentions IS NOT NULL AND " + NAMED;

    /** What stands in a thread alone counts there. */
    private static final String CONCERNS_THEM = " AND (thread IS NULL OR also OR " + NAMED + ")";

    @Override
    public Counts count(EntityManager transaction, String username, Stretch stretch) {
        var unread = count(transaction, username, stretch, CONCERNS_THEM);
        return new Counts(unread, unread == 0 ? 0 : count(transaction, username, stretch, NAMES_THEM));
    }

    private static int count(EntityManager transaction, String username, Stretch stretch, String filter) {
        var query = transaction
                .createNativeQuery(sql(filter))
                .setParameter(1, stretch.room())
                .setParameter(2, stretch.after())
                .setParameter(3, stretch.head())
                .setParameter(4, username)
                .setParameter(5, "% " + username.replace("_", "!_") + " %");
        return ((Number) query.getSingleResult()).intValue();
    }

    static String sql(String filter) {
        return "SELECT COUNT(*) FROM (SELECT 1 FROM message WHERE room = ? AND seq > ? AND seq <= ?"
                + " AND author <> ? AND deleted_by IS NULL" + filter + " LIMIT " + MOST + ") AS counted";
    }
}
