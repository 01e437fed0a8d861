package chatterbox.room;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.journal.Journal;
import chatterbox.journal.StreamId;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Event;
import chatterbox.protocol.Flat;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** All rooms, read from the database. {@value #GENERAL}, where everybody is a member, exists from the start. */
@Singleton
public final class Rooms {
    public static final String GENERAL = "general";

    private final Transactions transactions;
    private final Journal journal;
    private final UnreadCounts counts;

    @Inject
    public Rooms(Transactions transactions, Journal journal, UnreadCounts counts, Clock clock) {
        this.transactions = transactions;
        this.journal = journal;
        this.counts = counts;
        open(GENERAL, clock.instant());
    }

    /** The rooms that the person is a member of, by name, all of one moment. */
    public List<Event.RoomHead> of(String username) {
        return transactions.read(transaction -> transaction
                .createQuery(
                        "SELECT r, m FROM Room r, Membership m WHERE m.room = r.id AND m.username = :username"
                                + " ORDER BY r.folded, r.id",
                        Object[].class)
                .setParameter("username", username)
                .getResultStream()
                .map(row -> head(transaction, (Room) row[0], (Membership) row[1], username))
                .toList());
    }

    /** As a member sees it: {@link Memberships#require} comes before. */
    public Snapshot snapshot(String id, String username) {
        return new Snapshot(head(id, username), journal.epoch());
    }

    /** The same without the history's name; or a {@link Refusal} {@code not-found} when the person has left meanwhile. */
    public Event.RoomHead head(String id, String username) {
        return transactions.read(transaction -> {
            var room = Optional.ofNullable(transaction.find(Room.class, id))
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("room"));
            return head(transaction, room, Membership.require(transaction, id, username), username);
        });
    }

    /** What changes about the room; empty when there is none. */
    public Optional<RoomTraits> traits(String id) {
        return transactions.read(transaction ->
                Optional.ofNullable(transaction.find(Room.class, id)).map(Room::traits));
    }

    /**
     * What is unread for somebody who has read up to a number, as of the room's head of this moment, and never behind it;
     * empty when the marker would not move, or the person is no member.
     *
     */
    public Optional<ReadUpTo.ReadingState> reading(String id, String username, long upTo, ReadUpTo.Move move) {
        return transactions.read(transaction -> {
            var head = journal.head(transaction, StreamId.room(id));
            var next = Math.max(0, Math.min(upTo, head));
            return Optional.ofNullable(transaction.find(Membership.class, new Membership.Key(id, username)))
                    .filter(membership -> move.changes(membership.readUpTo(), next))
                    .map(membership -> new ReadUpTo.ReadingState(
                            id,
                            next,
                            head,
                            counts.count(transaction, username, new UnreadCounts.Stretch(id, next, head))));
        });
    }

    /** Everybody in the room by user name, and whether they own it. */
    public List<Member> members(String id) {
        return transactions.read(transaction -> rows(transaction, id)
                .map(row -> new Member((String) row[0], (String) row[1], (boolean) row[2]))
                .toList());
    }

    /** A room as one member sees it, everything up to its head, of the history that {@code epoch} names. */
    public record Snapshot(@Flat Event.RoomHead room, String epoch) {}

    public record Member(String username, String displayName, boolean owner) {}

    private Event.RoomHead head(EntityManager transaction, Room room, Membership membership, String username) {
        var head = journal.head(transaction, StreamId.room(room.id()));
        var unread = head > membership.readUpTo()
                ? counts.count(transaction, username, new UnreadCounts.Stretch(room.id(), membership.readUpTo(), head))
                : new UnreadCounts.Counts(0, 0);
        var traits = room.traits();
        return new Event.RoomHead(
                room.id(),
                traits.name(),
                head,
                members(transaction, room.id()),
                traits.kind().code(),
                traits.topic(),
                traits.archived(),
                membership.owner(),
                traits.kind() == Kind.DIRECT ? Optional.of(others(transaction, room.id(), username)) : Optional.empty(),
                membership.readUpTo(),
                unread.unread(),
                unread.mentions());
    }

    private static List<Event.Person> others(EntityManager transaction, String room, String username) {
        return rows(transaction, room)
                .filter(row -> !row[0].equals(username))
                .map(row -> new Event.Person((String) row[0], (String) row[1]))
                .toList();
    }

    private static Stream<Object[]> rows(EntityManager transaction, String room) {
        return transaction
                .createQuery(
                        "SELECT a.username, a.displayName, m.owner FROM Membership m, Account a"
                                + " WHERE a.username = m.username AND m.room = :room ORDER BY a.username",
                        Object[].class)
                .setParameter("room", room)
                .getResultStream();
    }

    private static int members(EntityManager transaction, String room) {
        return Math.toIntExact(transaction
                .createQuery("SELECT COUNT(m.username) FROM Membership m WHERE m.room = :room", Long.class)
                .setParameter("room", room)
                .getSingleResult());
    }

    /** Two servers may start at once: one row comes of it. */
    private void open(String id, Instant now) {
        transactions.write(transaction -> transaction
                .createNativeQuery(
                        "INSERT INTO room (id, name, folded, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .setParameter(1, id)
                .setParameter(2, id)
                .setParameter(3, id)
                .setParameter(4, ChronoUnit.MICROS.between(Instant.EPOCH, now))
                .executeUpdate());
    }
}
