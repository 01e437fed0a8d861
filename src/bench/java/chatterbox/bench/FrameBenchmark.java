package chatterbox.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import chatterbox.outbox.Chunk;
import chatterbox.outbox.Closing;
import chatterbox.outbox.Frame;
import chatterbox.outbox.Outbox;
import chatterbox.outbox.Senders;
import chatterbox.outbox.Transport;
import chatterbox.settings.LiveSettings;
import chatterbox.settings.Settings;

/** What it costs to offer one message to many outboxes and to hand each its frame, without any socket. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FrameBenchmark {
    private static final String EVENT = "{\"type\":\"message\",\"room\":\"general\",\"seq\":1,\"text\":\"" + "x".repeat(120) + "\"}";

    @Param({"200", "1000"})
    int outboxes;

    private final Senders senders = new Senders(Settings.of(Map.of()).read(LiveSettings.class));
    private Outbox[] all;

    @Setup
    public void open() {
        all = Stream.generate(() -> senders.outbox(new Nowhere())).limit(outboxes).toArray(Outbox[]::new);
    }

    @TearDown
    public void close() {
        senders.close();
    }

    @Benchmark
    public void broadcast() {
        var chunk = Chunk.of(EVENT);
        senders.gather(
                () -> {
                    for (var outbox : all) {
                        outbox.offer(chunk);
                    }
                },
                1_000);
    }

    private static final class Nowhere implements Transport {
        private volatile int sent;

        @Override
        public void send(Frame frame, Consumer<Boolean> done) {
            sent = frame.wire().length;
            done.accept(sent > 0);
        }

        @Override
        public void ping() {
            // Nobody is there.
        }

        @Override
        public void close(Closing why) {
            throw new IllegalStateException(why.name());
        }
    }
}
