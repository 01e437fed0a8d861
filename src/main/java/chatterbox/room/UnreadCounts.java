package chatterbox.room;

import jakarta.persistence.EntityManager;

/** Counts what somebody has not read in a room: a port, since rooms do not know messages. */
public interface UnreadCounts {
    /** What more than this many are, nobody needs to know exactly. */
    int MOST = 1_000;

    /** Messages of others, not deleted. */
    Counts count(EntityManager transaction, String username, Stretch unread);

    /**
     * A part of a room's history.
     *
     * @param after the number up to which the person has read
     * @param head the last number that counts
     */
    record Stretch(String room, long after, long head) {}

    /**
     * At most {@value #MOST} each.
     *
     * @param mentions how many of them name the person, or everybody
     */
    record Counts(int unread, int mentions) {}
}
