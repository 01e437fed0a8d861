package chatterbox.session;

import com.github.f4b6a3.uuid.UuidCreator;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.account.Account;
import chatterbox.account.Accounts;
import chatterbox.origin.Device;
import chatterbox.persistence.Database;
import chatterbox.persistence.Transactions;
import chatterbox.persistence.UuidConverter;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.security.AccessToken;
import chatterbox.security.AccessTokens;
import chatterbox.security.RefreshToken;
import chatterbox.security.RefreshTokens;
import chatterbox.settings.IdentitySettings;

/**
 * All login sessions.
 *
 * <p>Refreshing rotates: the session's row counts generations, a token names one, and the token of a generation is a
 * function of it. The present token makes the next generation. Its predecessor is answered with the present one for 30 s:
 * the client may have asked twice at once, or missed the answer. Any other token was used before by somebody who was
 * given its successor, so one of the two is a thief, and the session ends for both. The row is locked meanwhile, so that
 * of two who come at once the second comes as the predecessor.
 *
 * <p>Whoever keeps something open for a session is told after the commit that ended it.
 */
@Singleton
public final class LoginSessions {
    /** How long an ended session's row is kept. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Transactions transactions;
    private final Accounts accounts;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final IdentitySettings settings;
    private final Clock clock;
    private final String rowLock;
    private final Supplier<Stream<SessionsEnded>> listeners;

    @Inject
    LoginSessions(
            Database database,
            Transactions transactions,
            Accounts accounts,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            IdentitySettings settings,
            Clock clock,
            @Any Instance<SessionsEnded> listeners) {
        this(database, transactions, accounts, accessTokens, refreshTokens, settings, clock, listeners::stream);
    }

    public LoginSessions(
            Database database,
            Transactions transactions,
            Accounts accounts,
            AccessTokens accessTokens,
            RefreshTokens refreshTokens,
            IdentitySettings settings,
            Clock clock,
            Supplier<Stream<SessionsEnded>> listeners) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.accessTokens = accessTokens;
        this.refreshTokens = refreshTokens;
        this.settings = settings;
        this.clock = clock;
        this.listeners = listeners;
        rowLock = database.engine().rowLock();
    }

    /** A new session, or a {@link Refusal} {@code banned}. */
    public SignedIn start(String username, Device device) {
        return transactions.write(transaction -> {
            // Locked, so that a ban either is seen here or ends this session too.
            var account = accounts.lock(transaction, username);
            refuseBanned(account);
            var session =
                    new LoginSession(UuidCreator.getTimeOrderedEpoch(), account.username(), device, clock.instant());
            transaction.persist(session);
            return tokens(account, session);
        });
    }

    /** New tokens for a refresh token, or a {@link Refusal}: {@code sign-in-again} or {@code banned}. */
    public SignedIn refresh(String refreshToken) {
        var token = refreshTokens.read(refreshToken);
        var turn = transactions.write(transaction -> turn(transaction, token));
        turn.ended().ifPresent(why -> tell(List.of(token.session()), why));
        return turn.next().orElseThrow(LoginSessions::signInAgain);
    }

    /** Who holds the access token, as of now; or a {@link Refusal}: {@code sign-in-again} or {@code banned}. */
    public Caller caller(String accessToken) {
        var token = accessTokens.read(accessToken);
        return transactions.read(transaction -> {
            var account = Optional.ofNullable(transaction.find(Account.class, token.username()))
                    .orElseThrow(LoginSessions::signInAgain);
            refuseBanned(account);
            return Optional.ofNullable(transaction.find(LoginSession.class, token.session()))
                    .filter(session -> session.live(clock.instant(), settings))
                    .filter(session -> session.username().equals(account.username()))
                    .filter(session -> token.version() == account.tokenVersion())
                    .map(session -> new Caller(account.username(), account.role(), session.id()))
                    .orElseThrow(LoginSessions::signInAgain);
        });
    }

    /** Whether the session has neither ended nor run out. */
    public boolean isLive(UUID session) {
        return transactions.read(transaction -> Optional.ofNullable(transaction.find(LoginSession.class, session))
                .filter(found -> found.live(clock.instant(), settings))
                .isPresent());
    }

    /** The session that a refresh token belongs to, however old the token is. */
    public Optional<UUID> session(String refreshToken) {
        try {
            return Optional.of(refreshTokens.read(refreshToken).session());
        } catch (Refusal notOurs) {
            return Optional.empty();
        }
    }

    /** Ends one session, if it has not ended yet. */
    public void end(UUID session, Ending why) {
        tell(transactions.write(transaction -> end(transaction, "s.id = :key", session)), why);
    }

    /** Ends all sessions of one account. */
    public void endAll(String username, Ending why) {
        tell(transactions.write(transaction -> endAll(transaction, username)), why);
    }

    /** The same inside the caller's transaction, after whose commit the caller {@link #tell}s. */
    public List<UUID> endAll(EntityManager transaction, String username) {
        return end(transaction, "s.username = :key", username);
    }

    /** All that are still known of one account, those that have ended among them. */
    public List<UUID> all(EntityManager transaction, String username) {
        return transaction
                .createQuery("SELECT s.id FROM LoginSession s WHERE s.username = :username", UUID.class)
                .setParameter("username", username)
                .getResultList();
    }

    /** Ends those that were idle or lived for too long, and forgets those that ended long ago. */
    void expire() {
        tell(transactions.write(this::endExpired), Ending.EXPIRED);
    }

    /** Tells whoever keeps something open that these sessions ended; after the commit that ended them. */
    public void tell(Collection<UUID> ended, Ending why) {
        if (!ended.isEmpty()) {
            listeners.get().forEach(listener -> listener.ended(ended, why));
        }
    }

    private record Turn(Optional<SignedIn> next, Optional<Ending> ended) {
        static Turn to(SignedIn next) {
            return new Turn(Optional.of(next), Optional.empty());
        }

        static Turn none() {
            return new Turn(Optional.empty(), Optional.empty());
        }

        static Turn end(LoginSession session, Clock clock, Ending why) {
            session.end(clock.instant());
            return new Turn(Optional.empty(), Optional.of(why));
        }
    }

    private Turn turn(EntityManager transaction, RefreshToken token) {
        var found = lock(transaction, token.session());
        if (found.isEmpty()) {
            return Turn.none();
        }
        var session = found.get();
        var account = transaction.find(Account.class, session.username());
        refuseBanned(account);
        if (session.ended()) {
            return Turn.none();
        }
        if (!session.live(clock.instant(), settings)) {
            return Turn.end(session, clock, Ending.EXPIRED);
        }
        if (!session.accepts(token, clock.instant())) {
            return Turn.end(session, clock, Ending.TOKEN_REUSED);
        }
        session.rotate(token, clock.instant());
        return Turn.to(tokens(account, session));
    }

    private Optional<LoginSession> lock(EntityManager transaction, UUID session) {
        List<?> found = transaction
                .createNativeQuery("SELECT * FROM login_session WHERE id = ?" + rowLock, LoginSession.class)
                .setParameter(1, UuidConverter.bytes(session))
                .getResultList();
        return found.stream().map(LoginSession.class::cast).findFirst();
    }

    private SignedIn tokens(Account account, LoginSession session) {
        var access = new AccessToken(account.username(), session.id(), account.tokenVersion());
        return new SignedIn(account.me(), accessTokens.issue(access), refreshTokens.write(session.token()));
    }

    private List<UUID> end(EntityManager transaction, String which, Object key) {
        var live = transaction
                .createQuery("SELECT s.id FROM LoginSession s WHERE s.endedAt IS NULL AND " + which, UUID.class)
                .setParameter("key", key)
                .getResultList();
        transaction
                .createQuery("UPDATE LoginSession s SET s.endedAt = :now WHERE s.endedAt IS NULL AND " + which)
                .setParameter("now", clock.instant())
                .setParameter("key", key)
                .executeUpdate();
        return live;
    }

    private List<UUID> endExpired(EntityManager transaction) {
        var now = clock.instant();
        transaction
                .createQuery("DELETE FROM LoginSession s WHERE s.endedAt < :longAgo")
                .setParameter("longAgo", now.minus(REMEMBERED))
                .executeUpdate();
        var expired = transaction
                .createQuery(
                        "SELECT s FROM LoginSession s WHERE s.endedAt IS NULL"
                                + " AND (s.rotatedAt <= :idle OR s.createdAt <= :old)",
                        LoginSession.class)
                .setParameter("idle", now.minus(settings.sessionIdle()))
                .setParameter("old", now.minus(settings.sessionLife()))
                .getResultList();
        expired.forEach(session -> session.end(now));
        return expired.stream().map(LoginSession::id).toList();
    }

    private static void refuseBanned(Account account) {
        if (account.banned()) {
            throw Refusal.of(Reason.BANNED);
        }
    }

    private static Refusal signInAgain() {
        return Refusal.of(Reason.SIGN_IN_AGAIN);
    }
}
