package chatterbox.receipt;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.history.Message;
import chatterbox.history.Messages;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.room.Kind;

/**
 * Who has read a message, and how far people have read direct rooms: of those who tell it, for those who tell it. Whoever
 * does not tell is not told. Read from the database each time, so that who no longer tells is gone at once.
 */
@Singleton
public final class Readers {
    private static final int MOST = 50;
    private static final String TELLS =
            " AND NOT EXISTS (SELECT p.username FROM Preference p WHERE p.username = m.username AND p.receipts = FALSE)";
    private static final String READERS =
            " FROM Membership m, Account a WHERE a.username = m.username AND m.room = :room"
                    + " AND m.readUpTo >= :seq AND m.username NOT IN :without" + TELLS;

    private final Transactions transactions;

    @Inject
    Readers(Transactions transactions) {
        this.transactions = transactions;
    }

    /** For a member of the room: without the author and the caller, the first ones by user name. */
    Answer.Readers of(String room, long seq, String caller) {
        return transactions.read(transaction -> {
            var message = Messages.find(transaction, room, seq)
                    .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("seq"));
            return tells(transaction, room, caller)
                    ? new Answer.Readers(
                            people(transaction, message, caller), Math.toIntExact(count(transaction, message, caller)))
                    : new Answer.Readers(List.of(), 0);
        });
    }

    /** How far somebody has read a direct room, 0 when they do not tell it, and who is told; empty for rooms of others. */
    Optional<News> news(String room, String username) {
        return transactions.read(transaction -> transaction
                .createQuery(
                        "SELECT m.readUpTo FROM Membership m, Room r WHERE r.id = m.room AND r.kind = :kind"
                                + " AND m.room = :room AND m.username = :username",
                        Number.class)
                .setParameter("kind", Kind.DIRECT)
                .setParameter("room", room)
                .setParameter("username", username)
                .getResultStream()
                .findFirst()
                .map(upTo -> new News(
                        new Event.Seen(room, username, tells(transaction, room, username) ? upTo.longValue() : 0),
                        told(transaction, room, username))));
    }

    /** What somebody tells, and whom. */
    record News(Event.Seen seen, List<String> audience) {}

    List<String> directRooms(String username) {
        return transactions.read(transaction -> transaction
                .createQuery(
                        "SELECT m.room FROM Membership m, Room r WHERE r.id = m.room AND r.kind = :kind"
                                + " AND m.username = :username",
                        String.class)
                .setParameter("kind", Kind.DIRECT)
                .setParameter("username", username)
                .getResultList());
    }

    private static boolean tells(EntityManager transaction, String room, String username) {
        return !transaction
                .createQuery(
                        "SELECT m.username FROM Membership m WHERE m.room = :room AND m.username = :username" + TELLS,
                        String.class)
                .setParameter("room", room)
                .setParameter("username", username)
                .getResultList()
                .isEmpty();
    }

    private static List<String> told(EntityManager transaction, String room, String username) {
        return transaction
                .createQuery(
                        "SELECT m.username FROM Membership m WHERE m.room = :room AND m.username <> :username" + TELLS,
                        String.class)
                .setParameter("room", room)
                .setParameter("username", username)
                .getResultList();
    }

    private static List<Event.Person> people(EntityManager transaction, Message message, String caller) {
        return transaction
                .createQuery("SELECT a.username, a.displayName" + READERS + " ORDER BY a.username", Object[].class)
                .setParameter("room", message.room())
                .setParameter("seq", message.seq())
                .setParameter("without", List.of(message.author(), caller))
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> new Event.Person((String) row[0], (String) row[1]))
                .toList();
    }

    private static long count(EntityManager transaction, Message message, String caller) {
        return transaction
                .createQuery("SELECT COUNT(a.username)" + READERS, Long.class)
                .setParameter("room", message.room())
                .setParameter("seq", message.seq())
                .setParameter("without", List.of(message.author(), caller))
                .getSingleResult();
    }
}
