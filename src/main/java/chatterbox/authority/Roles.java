package chatterbox.authority;

import com.github.f4b6a3.uuid.UuidCreator;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.account.Account;
import chatterbox.account.Accounts;
import chatterbox.account.Role;
import chatterbox.journal.Entry;
import chatterbox.journal.Journal;
import chatterbox.journal.Position;
import chatterbox.journal.Source;
import chatterbox.journal.StreamId;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.session.Ending;
import chatterbox.session.LoginSessions;

/**
 * Gives roles and takes them. The change is an entry of the person's own stream, whose rows are the account's: nobody
 * sees the one without the other. A lesser role ends the person's sessions, in the same transaction.
 */
@Singleton
public final class Roles {
    private final Accounts accounts;
    private final LoginSessions sessions;
    private final Journal journal;
    private final Transactions transactions;

    @Inject
    public Roles(Accounts accounts, LoginSessions sessions, Journal journal, Transactions transactions) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Throws a {@link Refusal}: {@code not-found}, {@code last-admin}, or what the journal refuses with. */
    public void change(String administrator, String username, Role role) {
        var account = accounts.find(username)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND).at("username"));
        if (account.role() != role) {
            write(new ByAdministrator(administrator, account.username(), role));
        }
    }

    /** Makes somebody the first administrator. Throws a {@link Refusal} {@code not-found} when there was one before. */
    public void appointFirst(String username) {
        write(new First(username));
    }

    /** Whether the first administrator was appointed. */
    boolean firstAppointed() {
        return transactions.read(transaction -> !transaction
                .createNativeQuery("SELECT username FROM first_administrator")
                .getResultList()
                .isEmpty());
    }

    private void write(Change change) {
        try {
            journal.append(change).toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
        sessions.tell(change.ended, Ending.DEMOTED);
    }

    private abstract class Change implements Entry {
        final String username;
        final Role role;
        private final Source source;
        private volatile List<UUID> ended = List.of();

        Change(String by, String username, Role role) {
            this.username = username;
            this.role = role;
            source = Source.of(by, UuidCreator.getTimeOrderedEpoch(), "role", username, role.code());
        }

        /** The account, locked; or a {@link Refusal} when its role must stay. */
        abstract Account lock(EntityManager transaction);

        @Override
        public StreamId stream() {
            return StreamId.user(username);
        }

        @Override
        public Source source() {
            return source;
        }

        @Override
        public Event.Fact fact(Position position) {
            return new Event.Role(username, position.seq(), role.code(), position.at());
        }

        @Override
        public void apply(EntityManager transaction, Position position) {
            var demoted = lock(transaction).become(role);
            ended = demoted ? sessions.endAll(transaction, username) : List.of();
        }
    }

    private final class ByAdministrator extends Change {
        ByAdministrator(String administrator, String username, Role role) {
            super(administrator, username, role);
        }

        @Override
        Account lock(EntityManager transaction) {
            return role == Role.ADMIN
                    ? accounts.lock(transaction, username)
                    : accounts.lockToWeaken(transaction, username);
        }
    }

    private final class First extends Change {
        First(String username) {
            super(username, username, Role.ADMIN);
        }

        /** The table has room for one row; of two who come at once the second waits for the first's commit, and loses. */
        @Override
        Account lock(EntityManager transaction) {
            var appointed = transaction
                    .createNativeQuery(
                            "INSERT INTO first_administrator (id, username) VALUES (1, ?) ON CONFLICT DO NOTHING")
                    .setParameter(1, username)
                    .executeUpdate();
            if (appointed == 0) {
                throw Refusal.of(Reason.NOT_FOUND);
            }
            return accounts.lock(transaction, username);
        }
    }
}
