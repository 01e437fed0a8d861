package chatterbox.hosting;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.account.AccountRegistered;
import chatterbox.journal.Appended;
import chatterbox.journal.Journal;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Event;
import chatterbox.room.Join;
import chatterbox.room.Rooms;

/** Makes everybody who registers a member of the room where all are. */
@Singleton
public final class Joining {
    private static final Logger LOG = System.getLogger(Joining.class.getName());
    private static final int PATIENCE_SECONDS = 10;

    private final Transactions transactions;
    private final Journal journal;

    @Inject
    public Joining(Transactions transactions, Journal journal) {
        this.transactions = transactions;
        this.journal = journal;
    }

    /** Returns when the newcomer is a member, so that the answer to registering finds them in the room. */
    public void welcome(@Observes AccountRegistered fact) {
        await(List.of(join(new Event.Person(fact.username(), fact.displayName()))));
    }

    /**
     * Joins those who registered but whose joining a crash cut off. Whoever left the room since then stays outside: their
     * join is an old one, and done.
     */
    public void catchUp() {
        await(outside().stream().map(this::join).toList());
    }

    private CompletionStage<Appended> join(Event.Person newcomer) {
        return journal.append(Join.onRegistering(Rooms.GENERAL, newcomer));
    }

    private static void await(List<CompletionStage<Appended>> joins) {
        for (var join : joins) {
            try {
                join.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOG.log(Level.WARNING, "Somebody who registered is not in the room yet; the next start tries again", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<Event.Person> outside() {
        return transactions.read(transaction -> ((List<?>) transaction
                        .createNativeQuery("SELECT username, display_name FROM account a WHERE NOT EXISTS"
                                + " (SELECT 1 FROM membership m WHERE m.username = a.username AND m.room = ?)")
                        .setParameter(1, Rooms.GENERAL)
                        .getResultList())
                .stream()
                        .map(row -> (Object[]) row)
                        .map(row -> new Event.Person((String) row[0], (String) row[1]))
                        .toList());
    }
}
