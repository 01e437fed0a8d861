package chatterbox.fanout;

import com.github.f4b6a3.uuid.UuidCreator;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.persistence.EntityManager;

import chatterbox.journal.Committed;
import chatterbox.journal.Entry;
import chatterbox.journal.Journal;
import chatterbox.journal.Position;
import chatterbox.journal.Source;
import chatterbox.journal.StreamId;
import chatterbox.outbox.Senders;
import chatterbox.persistence.DataFolder;
import chatterbox.persistence.Database;
import chatterbox.persistence.Engine;
import chatterbox.persistence.Engines;
import chatterbox.persistence.Transactions;
import chatterbox.protocol.Event;
import chatterbox.settings.JournalSettings;
import chatterbox.settings.LiveSettings;
import chatterbox.settings.Settings;

/** A journal on a fresh database with what passes its facts on, and receivers without a network. */
final class FanOutWorld implements AutoCloseable {
    static final int RESUME_LIMIT = 500;
    static final int OUTBOX_BYTES = 262_144;

    private final DataFolder folder;
    private final Database database;
    private final Senders senders;
    private final Journal journal;
    private final FanOut fanOut;

    FanOutWorld(Engine engine) {
        var storage = Engines.fresh(engine);
        var settings = Settings.of(Map.of(
                "CHATTERBOX_RESUME_LIMIT", "" + RESUME_LIMIT,
                "CHATTERBOX_OUTBOX_BYTES", "" + OUTBOX_BYTES));
        folder = new DataFolder(storage);
        database = new Database(folder, storage);
        senders = new Senders(settings.read(LiveSettings.class));
        journal = new Journal(
                database,
                new Transactions(database),
                settings.read(JournalSettings.class),
                Clock.systemUTC(),
                this::listeners);
        fanOut = new FanOut(journal, senders, settings.read(LiveSettings.class));
    }

    FanOut fanOut() {
        return fanOut;
    }

    String epoch() {
        return journal.epoch();
    }

    long head(StreamId stream) {
        return journal.head(stream);
    }

    Receiver receiver() {
        return new Receiver(senders, true);
    }

    Receiver stalledReceiver() {
        return new Receiver(senders, false);
    }

    void post(StreamId stream, int count) {
        post(stream, count, "text");
    }

    /** Posts so many texts and waits until they are stored. */
    void post(StreamId stream, int count, String text) {
        var stages = Stream.generate(() -> journal.append(new Line(stream, UuidCreator.getTimeOrderedEpoch(), text)))
                .limit(count)
                .map(stage -> stage.toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(stages).join();
    }

    @Override
    public void close() {
        journal.close();
        senders.close();
        database.close();
        folder.close();
    }

    private Stream<Committed> listeners() {
        return Stream.of(fanOut);
    }

    private record Line(StreamId stream, java.util.UUID id, String text) implements Entry {
        @Override
        public Source source() {
            return Source.of("ada", id, stream.key(), text);
        }

        @Override
        public int size() {
            return text.length() + 200;
        }

        @Override
        public Event.Fact fact(Position position) {
            return new Event.Message(stream.name(), position.seq(), id, "ada", text, position.at());
        }

        @Override
        public void apply(EntityManager transaction, Position position) {
            // The log itself is all that matters here.
        }
    }
}
