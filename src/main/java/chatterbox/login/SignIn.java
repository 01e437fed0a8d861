package chatterbox.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.account.Account;
import chatterbox.account.Accounts;
import chatterbox.account.UserName;
import chatterbox.origin.Device;
import chatterbox.persistence.Transactions;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.security.Passwords;
import chatterbox.session.LoginSessions;
import chatterbox.session.SignedIn;
import chatterbox.settings.LimitSettings;
import chatterbox.throttle.Backoff;

/**
 * Signing in by password. An unknown user and a wrong password look alike: the same work, the same answer, the same
 * limits. Tries are counted for an account and an address together, and for an account from everywhere, where more of
 * them are free. Whoever has signed in from an address before is not slowed down there by what others try elsewhere.
 */
@Singleton
public final class SignIn {
    private static final int FROM_EVERYWHERE = 10;
    private static final Duration KNOWN = Duration.ofDays(30);
    private static final int MOST_KNOWN = 100_000;

    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginSessions sessions;
    private final Transactions transactions;
    private final Backoff fromThere;
    private final Backoff fromEverywhere;
    private final Cache<Place, Boolean> known;

    private record Place(String account, String address) {}

    @Inject
    SignIn(
            Accounts accounts,
            Passwords passwords,
            LoginSessions sessions,
            Transactions transactions,
            LimitSettings limits) {
        this(accounts, passwords, sessions, transactions, limits, Ticker.systemTicker());
    }

    /** With a clock that a test may set. */
    public SignIn(
            Accounts accounts,
            Passwords passwords,
            LoginSessions sessions,
            Transactions transactions,
            LimitSettings limits,
            Ticker ticker) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.transactions = transactions;
        fromThere = new Backoff(limits.signInTries(), ticker);
        fromEverywhere = new Backoff(limits.signInTries() * FROM_EVERYWHERE, ticker);
        known = Caffeine.newBuilder()
                .maximumSize(MOST_KNOWN)
                .expireAfterAccess(KNOWN)
                .ticker(ticker)
                .build();
    }

    /** Starts a session, or throws a {@link Refusal}: {@code wrong-credentials}, {@code too-fast} or {@code banned}. */
    public SignedIn signIn(String username, String password, Device device) {
        var place = new Place(UserName.folded(username).orElse(""), device.address());
        begin(place);
        var account = accounts.find(username);
        if (!right(account, password)) {
            throw Refusal.of(Reason.WRONG_CREDENTIALS);
        }
        succeed(place);
        account.ifPresent(found -> strengthen(found, password));
        return sessions.start(username, device);
    }

    private boolean right(Optional<Account> account, String password) {
        return account.isPresent()
                ? passwords.matches(password, account.get().password())
                : passwords.matchesNobodys(password);
    }

    private void begin(Place place) {
        fromThere.begin(place);
        if (known.getIfPresent(place) == null) {
            fromEverywhere.begin(place.account());
        }
    }

    private void succeed(Place place) {
        fromThere.succeed(place);
        fromEverywhere.succeed(place.account());
        known.put(place, true);
    }

    /** The only moment at which the password is at hand: the hash is brought up to the present cost. */
    private void strengthen(Account account, String password) {
        if (passwords.outdated(account.password())) {
            var hash = passwords.hash(password);
            transactions.write(transaction -> {
                accounts.lock(transaction, account.username()).rehash(hash);
                return hash;
            });
        }
    }
}
