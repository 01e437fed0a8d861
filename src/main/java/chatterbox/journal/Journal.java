package chatterbox.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import chatterbox.persistence.Database;
import chatterbox.persistence.Engine;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.settings.JournalSettings;

/**
 * The front of the log. Appending is asynchronous and safe from any thread; two entries of one stream keep the order in
 * which they were appended. Reading goes to the database.
 */
@Singleton
public class Journal {
    /** A retry comes within seconds; this many outcomes are minutes of a busy server, some 20 MiB. */
    private static final int REMEMBERED = 100_000;

    private static final int PATIENCE_SECONDS = 20;

    private final Transactions transactions;
    private final Supplier<Stream<Committed>> listeners;
    private final List<Lane> lanes;
    private final String epoch;
    private final Cache<Source.Key, Appended> recent =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    @Inject
    Journal(
            Database database,
            Transactions transactions,
            JournalSettings settings,
            Clock clock,
            @Any Instance<Committed> listeners) {
        this(database, transactions, settings, clock, listeners::stream);
    }

    public Journal(
            Database database,
            Transactions transactions,
            JournalSettings settings,
            Clock clock,
            Supplier<Stream<Committed>> listeners) {
        this.transactions = transactions;
        this.listeners = listeners;
        epoch = transactions.write(Log::epoch);
        var commit = new GroupCommit(transactions, database.engine(), clock);
        lanes = IntStream.range(0, database.engine() == Engine.SQLITE ? 1 : settings.lanes())
                .mapToObj(number -> new Lane(
                        "chatterbox-journal-" + number,
                        settings.queue(),
                        settings.batch(),
                        commit,
                        this::settle,
                        this::publish,
                        this::together))
                .toList();
        lanes.forEach(Lane::start);
    }

    /** Names this history; another one, such as after a restore, has another name and other numbers. */
    public String epoch() {
        return epoch;
    }

    /**
     * Writes the entry. The stage completes after the commit, on a writer's thread, which whoever hooks on must not keep
     * waiting; or exceptionally, with a {@code Refusal} {@code busy} (nothing was done), {@code no-space}, {@code
     * conflict} (the id has another command), or whatever the entry itself threw.
     */
    public CompletionStage<Appended> append(Entry entry) {
        try {
            var known = recent(entry.source());
            return known.isPresent()
                    ? CompletableFuture.completedStage(known.get())
                    : lane(entry).append(entry);
        } catch (RuntimeException conflict) {
            return CompletableFuture.failedStage(conflict);
        }
    }

    /**
     * Writes the entry and waits for it, on a thread that may. Throws what {@link #append} fails with, and a {@code
     * Refusal} {@code busy} after 20 s, when it may still be written.
     */
    public Appended write(Entry entry) {
        return await(append(entry));
    }

    /** The outcome of an appending, as {@link #write} gives it. */
    public static <T> T await(CompletionStage<T> outcome) {
        try {
            return outcome.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new CompletionException(failure);
        } catch (TimeoutException late) {
            throw busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    /** What became of a command, if that is still in memory; a {@code Refusal} {@code conflict} as with appending. */
    public Optional<Appended> recent(Source source) {
        return Optional.ofNullable(recent.getIfPresent(source.key())).map(known -> known.answerTo(source));
    }

    /** What became of a command, from memory or from the database. */
    public Optional<Appended> stored(Source source) {
        var known = recent(source);
        return known.isPresent() ? known : read(source);
    }

    /** The stream's last number; 0 when it has none yet. */
    public long head(StreamId stream) {
        return transactions.read(transaction -> head(transaction, stream));
    }

    /** The same inside the caller's transaction, of the moment that it sees. */
    public long head(EntityManager transaction, StreamId stream) {
        return Log.head(transaction, stream);
    }

    /** At most {@code limit} entries behind a number, in order. */
    public List<Logged> after(StreamId stream, long seq, int limit) {
        return transactions.read(transaction -> Log.after(transaction, stream, seq, limit));
    }

    /**
     * Redacts: the log tells this fact from now on where it told another one of the same number and type. For an {@link
     * Entry} of that stream, inside its transaction: whoever resumes later never sees what stood there.
     */
    public void redact(EntityManager transaction, StreamId stream, Event.Fact fact) {
        Log.replace(transaction, stream, fact);
    }

    /** Writes what waits, refuses what comes. */
    @PreDestroy
    public void close() {
        lanes.forEach(Lane::stop);
    }

    private static Refusal busy() {
        return Refusal.of(Reason.BUSY).retryAfter(Duration.ofSeconds(1));
    }

    private Optional<Appended> read(Source source) {
        var found = transactions.read(transaction -> Log.find(transaction, List.of(source.key())));
        return Optional.ofNullable(found.get(source.key())).map(known -> known.answerTo(source));
    }

    private Lane lane(Entry entry) {
        return lanes.get(Math.floorMod(entry.stream().hashCode(), lanes.size()));
    }

    private void together(Runnable commit) {
        listeners
                .get()
                .reduce(commit, (inner, listener) -> () -> listener.together(inner), (one, other) -> other)
                .run();
    }

    private void settle(GroupCommit.Result result) {
        tell(result, true);
    }

    private void publish(GroupCommit.Result result) {
        recent.putAll(result.outcomes());
        tell(result, false);
    }

    private void tell(GroupCommit.Result result, boolean first) {
        var told = listeners.get().filter(listener -> listener.first() == first).toList();
        result.batches().forEach(batch -> told.forEach(listener -> listener.committed(batch)));
    }
}
