package chatterbox.search;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;

import chatterbox.history.Message;
import chatterbox.history.TextIndex;
import chatterbox.journal.Batch;
import chatterbox.journal.Committed;
import chatterbox.persistence.Database;
import chatterbox.persistence.Engine;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Event;

/**
 * Keeps the words of every message. A new message is indexed a moment after it was acknowledged, and never at its cost: what
 * is not indexed yet shows in its row, so it survives a crash, and is done every other second, in small transactions, by a
 * thread that rests twenty times as long as it works. A search does first what is left, so it finds all that was acknowledged
 * unless more has come than one transaction takes. Another text, and none, are indexed with the change itself.
 */
@Singleton
public class Indexing implements TextIndex, Committed {
    private static final Logger LOG = System.getLogger(Indexing.class.getName());

    /** So many in one transaction: others who write wait that long, some 20 ms. */
    private static final int AT_ONCE = 500;

    /** Some 2 ms, for while people post nobody may wait long. */
    private static final int IN_PASSING = 25;

    private static final int REST = 20;

    /** Each transaction makes the index join what the last ones added, so that few larger ones cost less. */
    private static final long LOOK_MILLIS = 2_000;

    /** With the row's own values, and at once: for a row of its own each flush would look at all that were read. */
    private static final String ADD = "INSERT INTO message_words (room, seq, author, at, words)"
            + " SELECT room, seq, author, at, ? FROM message WHERE room = ? AND seq = ?";

    private final Transactions transactions;
    private final String rowLock;
    private final String rowLockElseSkip;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var worker = new Thread(work, "chatterbox-indexing");
        worker.setDaemon(true);
        return worker;
    });
    private volatile boolean behind;

    @Inject
    public Indexing(Transactions transactions, Database database) {
        this.transactions = transactions;
        rowLock = database.engine().rowLock();
        // Neither waits for the other: the journal locks rows in another order.
        rowLockElseSkip = database.engine() == Engine.POSTGRESQL ? rowLock + " SKIP LOCKED" : rowLock;
    }

    /**
     * Indexes what versions before this one wrote and what a crash left, oldest first, since what was numbered last is found
     * first: about half a minute for a million messages, while the server is open already. From then on it follows.
     */
    public void start() {
        thread.execute(this::begin);
        thread.scheduleWithFixedDelay(this::follow, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    public void stop() {
        thread.shutdownNow();
    }

    @Override
    public void committed(Batch batch) {
        if (batch.stream().isRoom()) {
            behind = true;
        }
    }

    @Override
    public void changed(EntityManager transaction, Event.Message message) {
        var words = lock(transaction, message.room(), message.seq());
        if (words != null) {
            words.change(message.text());
        }
    }

    @Override
    public void removed(EntityManager transaction, String room, long seq) {
        var words = lock(transaction, room, seq);
        if (words != null) {
            transaction.remove(words);
        }
    }

    /** Indexes what is left, and says how much that was. */
    public int catchUp() {
        var all = 0;
        for (int some = AT_ONCE; some == AT_ONCE; all += some) {
            some = index(AT_ONCE);
        }
        return all;
    }

    /** For whoever is about to search; the rows say what is left, for an answer comes before {@link #committed}. */
    void freshen() {
        try {
            if (transactions.read(Indexing::hasWork)) {
                index(AT_ONCE);
            }
        } catch (RuntimeException fault) { // What is found without it is better than nothing.
            LOG.log(Level.DEBUG, "The search could not be freshened", fault);
        }
    }

    private void begin() {
        try {
            var all = catchUp();
            if (all > 0) {
                LOG.log(Level.INFO, "Indexed {0} messages for the search", all);
            }
        } catch (RuntimeException fault) {
            behind = true;
            LOG.log(Level.WARNING, "Not all messages are indexed for the search yet; the rest follows", fault);
        }
    }

    private void follow() {
        try {
            boolean more;
            do {
                var begin = System.nanoTime();
                more = pass(IN_PASSING);
                TimeUnit.NANOSECONDS.sleep(REST * (System.nanoTime() - begin));
            } while (more);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) { // the executor would stop without a word
            LOG.log(Level.DEBUG, "The search could not be kept up to date; it is tried again", fault);
        }
    }

    /** Indexes some, if there are any, and says whether it stopped at the most; what comes meanwhile is for the next pass. */
    private boolean pass(int most) {
        if (!behind) {
            return false;
        }
        behind = false;
        var more = true;
        try {
            more = index(most) == most;
        } finally {
            if (more) {
                behind = true;
            }
        }
        return more;
    }

    private static boolean hasWork(EntityManager transaction) {
        return !transaction
                .createNativeQuery("SELECT 1 FROM message WHERE indexed IS NULL LIMIT 1")
                .getResultList()
                .isEmpty();
    }

    private int index(int most) {
        return transactions.write(transaction -> index(transaction, most));
    }

    private int index(EntityManager transaction, int most) {
        var waiting = transaction
                .createNativeQuery(
                        "SELECT * FROM message WHERE indexed IS NULL ORDER BY at, seq LIMIT " + most + rowLockElseSkip,
                        Message.class)
                .getResultList();
        for (var row : waiting) {
            var message = (Message) row;
            message.indexed();
            if (!message.isDeleted()) {
                add(transaction, message);
            }
        }
        return waiting.size();
    }

    private static void add(EntityManager transaction, Message message) {
        transaction
                .createNativeQuery(ADD)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter(1, Words.of(message.text()))
                .setParameter(2, message.room())
                .setParameter(3, message.seq())
                .executeUpdate();
    }

    /** The words of a message that nobody is indexing at this moment; null when it is not indexed yet. */
    private Words lock(EntityManager transaction, String room, long seq) {
        transaction
                .createNativeQuery("SELECT seq FROM message WHERE room = ? AND seq = ?" + rowLock)
                .setParameter(1, room)
                .setParameter(2, seq)
                .getResultList();
        return transaction.find(Words.class, new Words.Key(room, seq));
    }
}
