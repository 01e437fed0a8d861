package chatterbox.message;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.account.Accounts;
import chatterbox.journal.Journal;
import chatterbox.journal.StreamId;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Event;

/** Reads the history of a room page by page. Pages are found by number, never by counting, so any one is as quick. */
@Singleton
public final class History {
    private final Transactions transactions;
    private final Journal journal;
    private final Function<Collection<String>, List<Event.Person>> people;

    @Inject
    History(Transactions transactions, Journal journal, Accounts accounts) {
        this(transactions, journal, accounts::people);
    }

    History(Transactions transactions, Journal journal, Function<Collection<String>, List<Event.Person>> people) {
        this.transactions = transactions;
        this.journal = journal;
        this.people = people;
    }

    /** For whoever may see the room. */
    Answer.Page page(String room, Window window) {
        var found = transactions.read(transaction ->
                new Found(messages(transaction, room, window), journal.head(transaction, StreamId.room(room))));
        var messages = found.messages.stream()
                .limit(window.limit())
                .sorted(Comparator.comparingLong(Event.Message::seq))
                .toList();
        var more = found.messages.size() > messages.size();
        return new Answer.Page(messages, found.head, journal.epoch(), more, authors(messages));
    }

    /** What one snapshot of the database held: one message more than wanted, if there is one, and the head. */
    private record Found(List<Event.Message> messages, long head) {}

    private static List<Event.Message> messages(EntityManager transaction, String room, Window window) {
        return transaction
                .createQuery(
                        "SELECT m FROM Message m WHERE m.room = :room AND m.seq > :after AND m.seq < :before"
                                + " ORDER BY m.seq " + (window.forward() ? "ASC" : "DESC"),
                        Message.class)
                .setParameter("room", room)
                .setParameter("after", window.after())
                .setParameter("before", window.before())
                .setMaxResults(window.limit() + 1)
                .getResultStream()
                .map(Message::event)
                .toList();
    }

    private List<Event.Person> authors(List<Event.Message> messages) {
        return people.apply(
                messages.stream().map(Event.Message::author).distinct().toList());
    }
}
