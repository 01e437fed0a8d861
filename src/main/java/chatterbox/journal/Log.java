package chatterbox.journal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;

import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;

/** Queries over the log, inside the caller's transaction. */
final class Log {
    private Log() {}

    /** Which of these are there already. */
    static Map<Source.Key, Appended> find(EntityManager transaction, Collection<Source.Key> keys) {
        var wanted = new HashSet<>(keys);
        return transaction
                .createQuery(
                        "SELECT e.author, e.clientId, e.stream, e.seq, e.digest FROM StreamEntry e"
                                + " WHERE e.clientId IN :ids",
                        Object[].class)
                .setParameter(
                        "ids", keys.stream().map(Source.Key::id).distinct().toList())
                .getResultStream()
                .filter(row -> wanted.contains(key(row)))
                .collect(Collectors.toMap(Log::key, Log::appended));
    }

    /** At most {@code limit} entries behind a number, in order. */
    static List<Logged> after(EntityManager transaction, StreamId stream, long seq, int limit) {
        return transaction
                .createQuery(
                        "SELECT e.seq, e.body FROM StreamEntry e WHERE e.stream = :stream AND e.seq > :seq ORDER BY e.seq",
                        Object[].class)
                .setParameter("stream", stream.key())
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Logged((long) row[0], (String) row[1]))
                .toList();
    }

    static void replace(EntityManager transaction, StreamId stream, Event.Fact fact) {
        transaction
                .createQuery("UPDATE StreamEntry e SET e.body = :body"
                        + " WHERE e.stream = :stream AND e.seq = :seq AND e.type = :type")
                .setParameter("body", Codec.write(fact))
                .setParameter("stream", stream.key())
                .setParameter("seq", fact.seq())
                .setParameter("type", Codec.type(fact))
                .executeUpdate();
    }

    /** The stream's last number; 0 when it has none. */
    static long head(EntityManager transaction, StreamId stream) {
        return Optional.ofNullable(transaction.find(StreamHead.class, stream.key()))
                .map(StreamHead::seq)
                .orElse(0L);
    }

    /** The name of the history in this database, made with the first look. */
    static String epoch(EntityManager transaction) {
        var found = transaction.createNativeQuery("SELECT id FROM epoch").getResultList();
        return found.isEmpty() ? createEpoch(transaction) : (String) found.get(0);
    }

    private static String createEpoch(EntityManager transaction) {
        var id = UUID.randomUUID().toString();
        transaction
                .createNativeQuery("INSERT INTO epoch (id) VALUES (?)")
                .setParameter(1, id)
                .executeUpdate();
        return id;
    }

    private static Source.Key key(Object[] row) {
        return new Source.Key((String) row[0], (UUID) row[1]);
    }

    private static Appended appended(Object[] row) {
        return new Appended(new StreamId((String) row[2]), (long) row[3], (byte[]) row[4]);
    }
}
