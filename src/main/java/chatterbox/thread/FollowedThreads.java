package chatterbox.thread;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.account.Accounts;
import chatterbox.history.Messages;
import chatterbox.history.ThreadHead;
import chatterbox.journal.Journal;
import chatterbox.journal.StreamId;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Answer;
import chatterbox.protocol.Event;

/** The threads that somebody follows in the rooms where they are a member: the one with the latest reply first. */
@Singleton
public final class FollowedThreads {
    private static final String THEIRS = "SELECT f, t FROM Follower f, ThreadHead t, Membership m"
            + " WHERE f.username = :username AND f.following = TRUE AND m.username = f.username AND m.room = f.room"
            + " AND t.room = f.room AND t.root = f.root AND t.replies > 0"
            + " AND (t.lastAt < :at OR t.lastAt = :at AND (t.room < :room OR t.room = :room AND t.root < :root))"
            + " ORDER BY t.lastAt DESC, t.room DESC, t.root DESC";

    private final Transactions transactions;
    private final Journal journal;
    private final Function<Collection<String>, List<Event.Person>> people;

    @Inject
    FollowedThreads(Transactions transactions, Journal journal, Accounts accounts) {
        this(transactions, journal, accounts::people);
    }

    FollowedThreads(
            Transactions transactions, Journal journal, Function<Collection<String>, List<Event.Person>> people) {
        this.transactions = transactions;
        this.journal = journal;
        this.people = people;
    }

    Answer.Threads of(String username, Cursor behind, int limit) {
        var threads = transactions.read(transaction -> transaction
                .createQuery(THEIRS, Object[].class)
                .setParameter("username", username)
                .setParameter("at", behind.lastAt())
                .setParameter("room", behind.room())
                .setParameter("root", behind.root())
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(row -> followed(transaction, (Follower) row[0], (ThreadHead) row[1]))
                .toList());
        var page = threads.stream().limit(limit).toList();
        var authors =
                page.stream().map(thread -> thread.root().author()).distinct().toList();
        return new Answer.Threads(page, threads.size() > limit, people.apply(authors));
    }

    private Answer.ListedThread followed(EntityManager transaction, Follower follower, ThreadHead thread) {
        var seat = follower.seat();
        var upTo = follower.marker().upTo();
        var head = journal.head(transaction, StreamId.room(seat.room()));
        return new Answer.ListedThread(
                seat.room(),
                Messages.view(transaction, seat.room(), seat.root()).orElseThrow(),
                upTo,
                head,
                thread.lastSeq() > upTo ? seat.unread(transaction, upTo, head) : 0,
                thread.lastAt());
    }
}
