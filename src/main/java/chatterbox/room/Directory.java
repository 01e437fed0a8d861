package chatterbox.room;

import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.persistence.Transactions;

/** The rooms that somebody may find: open ones, and those that they are in. Direct rooms are not among them. */
@Singleton
public final class Directory {
    private final Transactions transactions;

    @Inject
    public Directory(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A room that may be found. */
    public record Listed(
            String id, String name, String topic, Kind kind, int members, boolean archived, boolean member) {}

    /**
     * By folded name, at most {@code limit}.
     *
     * @param query folded; a part of the name
     * @param after folded; only names behind this one
     */
    public List<Listed> find(String username, String query, String after, int limit) {
        return transactions.read(transaction -> transaction
                .createQuery(
                        "SELECT r, (SELECT COUNT(m.username) FROM Membership m WHERE m.room = r.id),"
                                + " (SELECT COUNT(o.username) FROM Membership o WHERE o.room = r.id"
                                + " AND o.username = :username)"
                                + " FROM Room r WHERE r.folded > :after AND r.folded LIKE :pattern ESCAPE '!'"
                                + " AND (r.kind IN :open OR EXISTS (SELECT 1 FROM Membership e WHERE e.room = r.id"
                                + " AND e.username = :username)) ORDER BY r.folded",
                        Object[].class)
                .setParameter("username", username)
                .setParameter("pattern", "%" + query.replaceAll("([!%_])", "!$1") + "%")
                .setParameter("after", after)
                .setParameter("open", List.of(Kind.PUBLIC, Kind.ANNOUNCEMENT))
                .setMaxResults(limit)
                .getResultStream()
                .map(Directory::listed)
                .toList());
    }

    private static Listed listed(Object[] row) {
        var room = (Room) row[0];
        var traits = room.traits();
        return new Listed(
                room.id(),
                traits.name(),
                traits.topic(),
                traits.kind(),
                ((Number) row[1]).intValue(),
                traits.archived(),
                ((Number) row[2]).intValue() > 0);
    }
}
