package chatterbox.bench;

import com.github.f4b6a3.uuid.UuidCreator;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Entry;
import chatterbox.journal.Journal;
import chatterbox.journal.Position;
import chatterbox.journal.Source;
import chatterbox.journal.StreamId;
import chatterbox.persistence.DataFolder;
import chatterbox.persistence.Database;
import chatterbox.persistence.Engine;
import chatterbox.persistence.Engines;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Event;
import chatterbox.settings.JournalSettings;

/**
 * Entries a second on SQLite with every commit on disk, while so many are under way: from a lone writer, who waits for the
 * disk each time, to a crowd whose entries share a commit. Without the rows of a feature.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JournalBenchmark {
    private static final int ENTRIES = 1_000;

    @Param({"1", "8", "64", "512"})
    int underWay;

    private DataFolder folder;
    private Database database;
    private Journal journal;

    @Setup
    public void open() {
        var storage = Engines.fresh(Engine.SQLITE);
        folder = new DataFolder(storage);
        database = new Database(folder, storage);
        journal = new Journal(
                database,
                new Transactions(database),
                new JournalSettings(10_000, 512, 1),
                Clock.systemUTC(),
                Stream::of);
    }

    @TearDown
    public void close() {
        journal.close();
        database.close();
        folder.close();
    }

    @Benchmark
    @OperationsPerInvocation(ENTRIES)
    public void append() {
        var waiting = new ArrayDeque<CompletionStage<?>>();
        for (var entry = 0; entry < ENTRIES; entry++) {
            if (waiting.size() == underWay) {
                waiting.remove().toCompletableFuture().join();
            }
            waiting.add(journal.append(new Text()));
        }
        waiting.forEach(outcome -> outcome.toCompletableFuture().join());
    }

    private static final class Text implements Entry {
        private static final String TEXT = "x".repeat(120);

        private final Source source = Source.of("ada", UuidCreator.getTimeOrderedEpoch(), TEXT);

        @Override
        public StreamId stream() {
            return StreamId.room("general");
        }

        @Override
        public Source source() {
            return source;
        }

        @Override
        public Event.Fact fact(Position position) {
            return new Event.Role("ada", position.seq(), TEXT, position.at());
        }

        @Override
        public void apply(EntityManager transaction, Position position) {
            // Nothing but the log.
        }
    }
}
