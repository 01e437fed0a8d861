package chatterbox.thread;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.history.Message;
import chatterbox.history.ThreadFollowers;
import chatterbox.journal.Batch;
import chatterbox.journal.Committed;
import chatterbox.journal.Journal;
import chatterbox.journal.Logged;
import chatterbox.journal.StreamId;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.room.Memberships;

/**
 * With a reply its author begins to follow the thread, and so do the author of the root and those whom the reply names, unless
 * they once stopped. That is written with the reply; their devices are told after the commit, by a thread of its own, since
 * the journal must not wait. Should the server fall in between, the list of their threads tells it.
 */
@Singleton
public final class Beginning implements ThreadFollowers, Committed {
    private static final Logger LOG = System.getLogger(Beginning.class.getName());

    /** Within a text quotes are escaped, so only the field of a message in a thread looks like this. */
    private static final String IN_THREAD = ",\"thread\":";

    private final Transactions transactions;
    private final Journal journal;
    private final Memberships memberships;
    private final Executor aside;

    @Inject
    Beginning(Transactions transactions, Journal journal, Memberships memberships, Aside aside) {
        this(transactions, journal, memberships, (Executor) aside);
    }

    public Beginning(Transactions transactions, Journal journal, Memberships memberships, Executor aside) {
        this.transactions = transactions;
        this.journal = journal;
        this.memberships = memberships;
        this.aside = aside;
    }

    @Override
    public void replied(EntityManager transaction, Message root, Event.Message reply) {
        var seat = new Seat(reply.room(), root.seq(), reply.author());
        if (!seat.marker(transaction).following()) {
            begin(transaction, seat, reply.seq(), reply.seq());
        }
        beginOnce(transaction, seat.of(root.author()), reply.seq(), root.seq());
        reply.mentions().orElse(List.of()).stream()
                .filter(name -> !name.startsWith("@"))
                .forEach(name -> beginOnce(transaction, seat.of(name), reply.seq(), reply.seq() - 1));
    }

    @Override
    public void committed(Batch batch) {
        batch.entries().stream().filter(Beginning::isReply).forEach(entry -> aside.execute(() -> tell(entry)));
    }

    private static void beginOnce(EntityManager transaction, Seat seat, long reply, long upTo) {
        if (transaction.find(Follower.class, new Follower.Key(seat)) == null) {
            begin(transaction, seat, reply, upTo);
        }
    }

    private static void begin(EntityManager transaction, Seat seat, long reply, long upTo) {
        var follower = Optional.ofNullable(transaction.find(Follower.class, new Follower.Key(seat)))
                .orElseGet(() -> new Follower(seat));
        follower.begin(reply, upTo);
        transaction.persist(follower);
    }

    private static boolean isReply(Logged entry) {
        return entry.tells(Event.Message.class) && entry.json().contains(IN_THREAD);
    }

    private void tell(Logged entry) {
        try {
            var reply = Codec.read(Event.Message.class, entry.json());
            markings(reply).forEach(journal::append);
        } catch (RuntimeException fault) {
            LOG.log(
                    Level.WARNING,
                    "Followers of a thread were not told of it; the next list of theirs tells it",
                    fault);
        }
    }

    /** A marker that moved meanwhile was told with its move: then this one is refused. */
    private List<Marking> markings(Event.Message reply) {
        return transactions.read(transaction -> {
            var head = journal.head(transaction, StreamId.room(reply.room()));
            return transaction
                    .createQuery(
                            "SELECT f FROM Follower f WHERE f.room = :room AND f.root = :root AND f.began = :began",
                            Follower.class)
                    .setParameter("room", reply.room())
                    .setParameter("root", reply.thread().orElseThrow())
                    .setParameter("began", reply.seq())
                    .getResultStream()
                    .filter(follower ->
                            memberships.includes(reply.room(), follower.seat().username()))
                    .map(follower -> Marking.of(transaction, follower.seat(), follower.marker(), head))
                    .toList();
        });
    }
}
