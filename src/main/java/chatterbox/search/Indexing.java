package chatterbox.search;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.history.Message;
import chatterbox.history.TextIndex;
import chatterbox.persistence.Database;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Event;

/** Keeps the words of every message. */
@Singleton
public final class Indexing implements TextIndex {
    private static final Logger LOG = System.getLogger(Indexing.class.getName());

    /** So many in one transaction: others who write wait that long. */
    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final String rowLock;

    @Inject
    public Indexing(Transactions transactions, Database database) {
        this.transactions = transactions;
        rowLock = database.engine().rowLock();
    }

    @Override
    public void added(EntityManager transaction, Event.Message message) {
        transaction.persist(new Words(message));
    }

    @Override
    public void changed(EntityManager transaction, Event.Message message) {
        var words = find(transaction, message.room(), message.seq());
        if (words == null) {
            added(transaction, message);
        } else {
            words.change(message.text());
        }
    }

    @Override
    public void removed(EntityManager transaction, String room, long seq) {
        var words = find(transaction, room, seq);
        if (words != null) {
            transaction.remove(words);
        }
    }

    /**
     * Indexes what versions before this one wrote, oldest first, since what was numbered last is found first. About a
     * minute for a million messages; nothing to do at the next start.
     */
    public void catchUp() {
        var all = 0;
        for (int some = AT_ONCE; some == AT_ONCE; all += some) {
            some = transactions.write(this::catchUp);
        }
        if (all > 0) {
            LOG.log(Level.INFO, "Indexed {0} messages of earlier versions for the search", all);
        }
    }

    /** Two servers may do it at once: the second one waits for the rows and then finds them done. */
    private int catchUp(EntityManager transaction) {
        var waiting = transaction
                .createNativeQuery(
                        "SELECT * FROM message WHERE indexed IS NULL ORDER BY at LIMIT " + AT_ONCE + rowLock,
                        Message.class)
                .getResultList();
        for (var row : waiting) {
            var message = (Message) row;
            message.indexed();
            if (!message.isDeleted()) {
                changed(transaction, message.event());
            }
        }
        return waiting.size();
    }

    private static Words find(EntityManager transaction, String room, long seq) {
        return transaction.find(Words.class, new Words.Key(room, seq));
    }
}
