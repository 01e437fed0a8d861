package chatterbox.persistence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** Tells a database's faults apart, alike for both engines. */
public final class Faults {
    private static final Logger LOG = System.getLogger(Faults.class.getName());
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_FULL = 13;
    private static final int SQLITE_CONSTRAINT_PRIMARYKEY = 1555;
    private static final int SQLITE_CONSTRAINT_UNIQUE = 2067;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final AtomicLong LOGGED = new AtomicLong(System.nanoTime() - PAUSE.toNanos());

    private Faults() {}

    /** Whether the failure is that of a row that must be the only one with its key. */
    public static boolean isDuplicate(Throwable failure) {
        return chain(failure)
                .anyMatch(e -> "23505".equals(e.getSQLState())
                        || e.getErrorCode() == SQLITE_CONSTRAINT_UNIQUE
                        || e.getErrorCode() == SQLITE_CONSTRAINT_PRIMARYKEY
                        || String.valueOf(e.getMessage()).contains("SQLITE_CONSTRAINT_UNIQUE")
                        || String.valueOf(e.getMessage()).contains("SQLITE_CONSTRAINT_PRIMARYKEY"));
    }

    /** Whether the database refused something, and not our own code. */
    public static boolean isOfDatabase(Throwable failure) {
        return chain(failure).findAny().isPresent();
    }

    /** The refusal that a passing fault is answered with, the fault itself being logged; else the failure as it is. */
    static RuntimeException translate(RuntimeException failure) {
        var refusal = chain(failure).flatMap(e -> refusal(e).stream()).findFirst();
        refusal.ifPresent(no -> log(no, failure));
        return refusal.orElse(failure);
    }

    /** Not every time: hundreds of transactions a second may fail, and the log may be on the disk that is full. */
    private static void log(RuntimeException refusal, RuntimeException failure) {
        var last = LOGGED.get();
        var now = System.nanoTime();
        if (now - last >= PAUSE.toNanos() && LOGGED.compareAndSet(last, now)) {
            LOG.log(Level.WARNING, "The database answers " + refusal.getMessage(), failure);
        }
    }

    /** A server's pool wraps the driver's exception into its own: what happened may stand further in. */
    static Stream<SQLException> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }

    private static Optional<RuntimeException> refusal(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        if (e.getErrorCode() == SQLITE_FULL || state.equals("53100")) {
            return Optional.of(Refusal.of(Reason.NO_SPACE).retryAfter(SOON));
        }
        // Class 08: the connection; 57P: the server is going down or coming up; 40: serialization and deadlocks.
        if (e instanceof SQLTransientConnectionException
                || e.getErrorCode() == SQLITE_BUSY
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("40")) {
            return Optional.of(Refusal.of(Reason.BUSY).retryAfter(SOON));
        }
        return Optional.empty();
    }
}
