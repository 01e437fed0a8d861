package chatterbox.journal;

import com.github.f4b6a3.uuid.UuidCreator;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import chatterbox.persistence.DataFolder;
import chatterbox.persistence.Database;
import chatterbox.persistence.Engine;
import chatterbox.persistence.Engines;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Event;
import chatterbox.settings.JournalSettings;
import chatterbox.settings.StorageSettings;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

/** A journal on a fresh database, whose clock can be set, whose writer can be held up, and which can be restarted. */
final class JournalWorld implements AutoCloseable {
    private final StorageSettings storage;
    private final JournalSettings settings;
    private final SettableClock clock = new SettableClock();
    private final Map<StreamId, List<Logged>> published = new ConcurrentHashMap<>();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private DataFolder folder;
    private Database database;
    private Journal journal;

    JournalWorld(Engine engine) {
        this(engine, 10_000);
    }

    JournalWorld(Engine engine, int queue) {
        this(Engines.fresh(engine), queue);
    }

    JournalWorld(StorageSettings storage, int queue) {
        this.storage = storage;
        settings = new JournalSettings(queue, 512, 4);
        open();
    }

    Journal journal() {
        return journal;
    }

    void setClock(Instant now) {
        clock.now = now;
    }

    Appended post(StreamId stream, String author, String text) throws Exception {
        return append(entry(stream, author, text));
    }

    Appended append(Entry entry) throws Exception {
        return journal.append(entry).toCompletableFuture().get(10, SECONDS);
    }

    List<Logged> published(StreamId stream) {
        return published.getOrDefault(stream, List.of());
    }

    /** The same once this number is among them: an entry is answered before it is published. */
    synchronized List<Logged> published(StreamId stream, long through) throws InterruptedException {
        var deadline = System.nanoTime() + SECONDS.toNanos(10);
        while (published(stream).stream().noneMatch(entry -> entry.seq() >= through)) {
            var left = NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError(stream + " was not told of " + through);
            }
            wait(left);
        }
        return published(stream);
    }

    Entry entry(StreamId stream, String author, String text) {
        return entry(stream, author, UuidCreator.getTimeOrderedEpoch(), text);
    }

    Entry entry(StreamId stream, String author, UUID id, String text) {
        return new Line(stream, Source.of(author, id, stream.key(), text), text, transaction -> {});
    }

    /** One that does this inside of its transaction. */
    Entry entryThat(StreamId stream, String author, Consumer<EntityManager> rows) {
        return new Line(stream, Source.of(author, UuidCreator.getTimeOrderedEpoch()), "a text", rows);
    }

    Entry brokenEntry(StreamId stream, String author) {
        return entryThat(stream, author, transaction -> {
            throw new IllegalStateException("planted");
        });
    }

    Entry entryTheDatabaseRefuses(StreamId stream, String author) {
        return entryThat(
                stream,
                author,
                transaction -> transaction
                        .createNativeQuery("INSERT INTO epoch (id) SELECT id FROM epoch")
                        .executeUpdate());
    }

    /** Every writer waits at its next entry until {@link #release()}. */
    void hold() {
        hold(1);
    }

    /** The same, of whom so many have to wait until {@link #awaitHeld()} returns. */
    void hold(int writers) {
        held = new CountDownLatch(writers);
        gate = new CountDownLatch(1);
    }

    /** Returns once a writer waits, or as many as were asked for. */
    void awaitHeld() throws InterruptedException {
        assertThat(held.await(10, SECONDS)).isTrue();
    }

    void release() {
        gate.countDown();
    }

    void restart() {
        closeAll();
        published.clear();
        open();
    }

    @Override
    public void close() {
        closeAll();
    }

    private void open() {
        folder = new DataFolder(storage);
        database = new Database(folder, storage);
        journal = new Journal(
                database, new Transactions(database), settings, clock, () -> Stream.<Committed>of(this::publish));
    }

    private synchronized void publish(Batch batch) {
        published
                .computeIfAbsent(batch.stream(), stream -> new CopyOnWriteArrayList<>())
                .addAll(batch.entries());
        notifyAll();
    }

    private void closeAll() {
        journal.close();
        database.close();
        folder.close();
    }

    private final class Line implements Entry {
        private final StreamId stream;
        private final Source source;
        private final String text;
        private final Consumer<EntityManager> rows;

        Line(StreamId stream, Source source, String text, Consumer<EntityManager> rows) {
            this.stream = stream;
            this.source = source;
            this.text = text;
            this.rows = rows;
        }

        @Override
        public StreamId stream() {
            return stream;
        }

        @Override
        public Source source() {
            return source;
        }

        @Override
        public int size() {
            return text.length() + 200;
        }

        @Override
        public Event.Fact fact(Position position) {
            return new Event.Message(stream.name(), position.seq(), source.id(), source.author(), text, position.at());
        }

        @Override
        public void apply(EntityManager transaction, Position position) {
            try {
                held.countDown();
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            rows.accept(transaction);
        }
    }

    private static final class SettableClock extends Clock {
        private volatile Instant now;

        @Override
        public Instant instant() {
            return now == null ? Instant.now() : now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
