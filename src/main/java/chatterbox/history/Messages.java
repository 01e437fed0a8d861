package chatterbox.history;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.EntityManager;

import chatterbox.protocol.Event;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

/** Queries over messages and what belongs to them, inside the caller's transaction. */
public final class Messages {
    private Messages() {}

    public static Optional<Message> find(EntityManager transaction, String room, long seq) {
        return Optional.ofNullable(transaction.find(Message.class, new Message.Key(room, seq)));
    }

    /**
     * The number of the first one that is not before this moment. Moments do not go back within a stream, whatever the clock
     * does, so that halving needs no index: that would be one more to write for each message.
     */
    static Optional<Long> firstSince(EntityManager transaction, String room, Instant moment) {
        var low = 0L;
        var high = last(transaction, room) + 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            var isLate = from(transaction, room, middle)
                    .map(message -> !message.at().isBefore(moment))
                    .orElse(true);
            if (isLate) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return from(transaction, room, low).map(Message::seq);
    }

    private static long last(EntityManager transaction, String room) {
        return transaction
                .createQuery("SELECT COALESCE(MAX(m.seq), 0) FROM Message m WHERE m.room = :room", Number.class)
                .setParameter("room", room)
                .getSingleResult()
                .longValue();
    }

    private static Optional<Message> from(EntityManager transaction, String room, long seq) {
        return transaction
                .createQuery(
                        "SELECT m FROM Message m WHERE m.room = :room AND m.seq >= :seq ORDER BY m.seq", Message.class)
                .setParameter("room", room)
                .setParameter("seq", seq)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** A message as pages show it. */
    public static Optional<Event.Message> view(EntityManager transaction, String room, long seq) {
        return find(transaction, room, seq)
                .flatMap(message ->
                        views(transaction, room, List.of(message)).stream().findFirst());
    }

    /** Every text that a message has had, oldest first; empty when it never was another one. */
    public static List<Version> versions(EntityManager transaction, String room, long seq) {
        return transaction
                .createQuery(
                        "SELECT v FROM Version v WHERE v.room = :room AND v.message = :message ORDER BY v.seq",
                        Version.class)
                .setParameter("room", room)
                .setParameter("message", seq)
                .getResultList();
    }

    /** Who reacted to a message, in the order in which they did. */
    public static List<Event.Reactions> reactions(EntityManager transaction, String room, long seq) {
        return reactions(transaction, room, List.of(seq)).getOrDefault(seq, List.of());
    }

    public static void removeReactions(EntityManager transaction, String room, long seq) {
        transaction
                .createQuery("DELETE FROM Reaction r WHERE r.room = :room AND r.message = :message")
                .setParameter("room", room)
                .setParameter("message", seq)
                .executeUpdate();
    }

    /** Messages of one room as pages show them: with what became of them. */
    static List<Event.Message> views(EntityManager transaction, String room, List<Message> messages) {
        var seqs = messages.stream().map(Message::seq).toList();
        var reactions = reactions(transaction, room, seqs);
        var threads = Threads.replies(transaction, room, seqs);
        return messages.stream()
                .map(message -> message.event(
                        reactions.getOrDefault(message.seq(), List.of()),
                        Optional.ofNullable(threads.get(message.seq()))))
                .toList();
    }

    /** Those of the room that exist among these numbers, oldest first. */
    static List<Message> find(EntityManager transaction, String room, Collection<Long> seqs) {
        if (seqs.isEmpty()) {
            return List.of();
        }
        return transaction
                .createQuery(
                        "SELECT m FROM Message m WHERE m.room = :room AND m.seq IN :seqs ORDER BY m.seq", Message.class)
                .setParameter("room", room)
                .setParameter("seqs", List.copyOf(seqs))
                .getResultList();
    }

    static List<Message> pinned(EntityManager transaction, String room) {
        return transaction
                .createQuery(
                        "SELECT m FROM Message m WHERE m.room = :room AND m.pinnedBy IS NOT NULL ORDER BY m.seq",
                        Message.class)
                .setParameter("room", room)
                .getResultList();
    }

    private static Map<Long, List<Event.Reactions>> reactions(
            EntityManager transaction, String room, List<Long> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        return transaction
                .createQuery(
                        "SELECT r FROM Reaction r WHERE r.room = :room AND r.message IN :messages ORDER BY r.seq",
                        Reaction.class)
                .setParameter("room", room)
                .setParameter("messages", messages)
                .getResultStream()
                .collect(groupingBy(Reaction::message, toList()))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, some -> byEmoji(some.getValue())));
    }

    private static List<Event.Reactions> byEmoji(List<Reaction> reactions) {
        return reactions.stream()
                .collect(groupingBy(Reaction::emoji, LinkedHashMap::new, mapping(Reaction::username, toList())))
                .entrySet()
                .stream()
                .map(one -> new Event.Reactions(one.getKey(), one.getValue()))
                .toList();
    }
}
