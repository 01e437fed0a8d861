package chatterbox.authority;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.account.Accounts;
import chatterbox.persistence.Transactions;
import chatterbox.session.Ending;
import chatterbox.session.LoginSessions;

/** Shuts accounts out, and lets them come back. Every credential asks whether its account is banned. */
@Singleton
public final class Bans {
    private final Accounts accounts;
    private final LoginSessions sessions;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public Bans(Accounts accounts, LoginSessions sessions, Transactions transactions, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Throws a {@code Refusal}: {@code not-found} or {@code last-admin}. Who is banned already stays so. */
    public void ban(String username) {
        sessions.tell(transactions.write(transaction -> ban(transaction, username)), Ending.BANNED);
    }

    /** Throws a {@code Refusal} {@code not-found}. */
    public void unban(String username) {
        transactions.write(transaction -> {
            var account = accounts.lock(transaction, username);
            account.unban();
            return account;
        });
    }

    private List<UUID> ban(EntityManager transaction, String username) {
        var account = accounts.lockToWeaken(transaction, username);
        if (!account.banned()) {
            account.ban(clock.instant());
        }
        sessions.endAll(transaction, account.username());
        // Those, too, that a first try has ended whose answer was lost: their sockets may still be open.
        return sessions.all(transaction, account.username());
    }
}
