package chatterbox.room;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.journal.Journal;
import chatterbox.journal.StreamId;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Event;

/** All rooms, read from the database. {@value #GENERAL}, where everybody is a member, exists from the start. */
@Singleton
public final class Rooms {
    public static final String GENERAL = "general";

    private final Transactions transactions;
    private final Journal journal;

    @Inject
    public Rooms(Transactions transactions, Journal journal, Clock clock) {
        this.transactions = transactions;
        this.journal = journal;
        open(GENERAL, "general", clock.instant());
    }

    /** The rooms that the person is a member of, by name, all of one moment. */
    public List<Event.RoomHead> of(String username) {
        return transactions.read(transaction -> transaction
                .createQuery(
                        "SELECT r FROM Room r, Membership m WHERE m.room = r.id AND m.username = :username"
                                + " ORDER BY r.name, r.id",
                        Room.class)
                .setParameter("username", username)
                .getResultStream()
                .map(room -> head(transaction, room))
                .toList());
    }

    /** For whoever may see it: {@link Memberships#require} comes before. */
    public Optional<RoomSnapshot> snapshot(String id) {
        return transactions
                .read(transaction ->
                        Optional.ofNullable(transaction.find(Room.class, id)).map(room -> head(transaction, room)))
                .map(room -> new RoomSnapshot(room.id(), room.name(), room.head(), room.members(), journal.epoch()));
    }

    private Event.RoomHead head(EntityManager transaction, Room room) {
        var head = journal.head(transaction, StreamId.room(room.id()));
        return new Event.RoomHead(room.id(), room.name(), head, members(transaction, room.id()));
    }

    private static int members(EntityManager transaction, String room) {
        return Math.toIntExact(transaction
                .createQuery("SELECT COUNT(m.username) FROM Membership m WHERE m.room = :room", Long.class)
                .setParameter("room", room)
                .getSingleResult());
    }

    /** Two servers may start at once: one row comes of it. */
    private void open(String id, String name, Instant now) {
        transactions.write(transaction -> transaction
                .createNativeQuery("INSERT INTO room (id, name, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .setParameter(1, id)
                .setParameter(2, name)
                .setParameter(3, ChronoUnit.MICROS.between(Instant.EPOCH, now))
                .executeUpdate());
    }
}
