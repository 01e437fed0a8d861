package chatterbox.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.EntityManager;

import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** Queries over threads, inside the caller's transaction. */
public final class Threads {
    /** Somebody's last reply is the one behind which they have no other. */
    private static final String LATEST = "SELECT m FROM Message m WHERE m.room = :room AND m.seq IN"
            + " (SELECT MAX(r.seq) FROM Message r WHERE r.room = :room AND r.thread = :root AND r.deletedBy IS NULL"
            + " GROUP BY r.author) ORDER BY m.seq DESC";

    private Threads() {}

    /** A message that does not belong to a thread, so that one may hang under it. */
    public static Optional<Message> root(EntityManager transaction, String room, long seq) {
        return Messages.find(transaction, room, seq)
                .filter(message -> message.thread().isEmpty());
    }

    /** One that takes replies; or a {@link Refusal} {@code not-found} said of {@code thread}. */
    public static Message openRoot(EntityManager transaction, String room, long seq) {
        return root(transaction, room, seq)
                .filter(message -> !message.isDeleted())
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("thread"));
    }

    /** Counts a reply in. */
    public static void add(EntityManager transaction, Message root, Event.Message reply) {
        var key = new ThreadHead.Key(reply.room(), root.seq());
        var head = Optional.ofNullable(transaction.find(ThreadHead.class, key))
                .orElseGet(() -> new ThreadHead(reply.room(), root.seq()));
        head.add(reply);
        transaction.persist(head);
    }

    /** A reply was deleted: what is left of its thread, when anything is. */
    public static Optional<Event.Replies> remove(EntityManager transaction, String room, long root) {
        var head = transaction.find(ThreadHead.class, new ThreadHead.Key(room, root));
        head.remove(transaction
                .createQuery(LATEST, Message.class)
                .setParameter("room", room)
                .setParameter("root", root)
                .setMaxResults(3)
                .getResultList());
        return head.replies();
    }

    /** Of those messages that have a thread with replies. */
    static Map<Long, Event.Replies> replies(EntityManager transaction, String room, List<Long> roots) {
        var found = new HashMap<Long, Event.Replies>();
        if (!roots.isEmpty()) {
            transaction
                    .createQuery(
                            "SELECT t FROM ThreadHead t WHERE t.room = :room AND t.root IN :roots", ThreadHead.class)
                    .setParameter("room", room)
                    .setParameter("roots", roots)
                    .getResultStream()
                    .forEach(head -> head.replies().ifPresent(replies -> found.put(head.root(), replies)));
        }
        return found;
    }
}
