package chatterbox.outbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import chatterbox.settings.LiveSettings;
import chatterbox.settings.Settings;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxTest {
    private final Senders senders = new Senders(Settings.of(Map.of()).read(LiveSettings.class));
    private final Line line = new Line();

    @AfterEach
    void close() {
        senders.close();
        line.completions.shutdownNow();
    }

    @Test
    void an_event_goes_out_at_once_when_nothing_is_in_flight() {
        var outbox = new Outbox(line, senders, 1_000);
        outbox.offer(Chunk.of("{\"n\":1}"));
        line.awaitFrames(1);
        assertThat(line.frames).containsExactly("[{\"n\":1}]");
    }

    @Test
    void what_gathers_during_a_send_goes_out_as_one_frame() {
        var outbox = new Outbox(line, senders, 1_000);
        line.holdCompletions();
        outbox.offer(Chunk.of("1"));
        line.awaitFrames(1);
        outbox.offer(Chunk.of("2"));
        outbox.offer(Chunk.of("3,4"));
        line.complete(true);
        line.awaitFrames(2);
        assertThat(line.frames).containsExactly("[1]", "[2,3,4]");
    }

    @Test
    void a_frame_takes_no_more_than_its_share_unless_one_chunk_is_larger() {
        var outbox = new Outbox(line, senders, 10 * Outbox.FRAME_BYTES);
        line.holdCompletions();
        outbox.offer(Chunk.of("0"));
        line.awaitFrames(1);
        outbox.offer(Chunk.of("1".repeat(Outbox.FRAME_BYTES - 1)));
        outbox.offer(Chunk.of("22"));
        outbox.offer(Chunk.of("3".repeat(Outbox.FRAME_BYTES + 5)));
        for (int frame = 2; frame <= 4; frame++) {
            line.complete(true);
            line.awaitFrames(frame);
        }
        assertThat(line.frames)
                .extracting(String::length)
                .containsExactly(3, Outbox.FRAME_BYTES + 1, 4, Outbox.FRAME_BYTES + 7);
    }

    @Test
    void a_receiver_that_does_not_read_is_closed_as_slow_and_its_memory_let_go() {
        var outbox = new Outbox(line, senders, 100);
        line.holdCompletions();
        outbox.offer(Chunk.of("0"));
        line.awaitFrames(1);
        IntStream.range(0, 11).forEach(n -> outbox.offer(Chunk.of("0123456789")));
        assertThat(line.closings).containsExactly(Closing.TOO_SLOW);
        outbox.offer(Chunk.of("more"));
        line.complete(true);
        assertThat(outbox.isOpen()).isFalse();
        assertThat(line.frames).hasSize(1);
    }

    @Test
    void the_limit_counts_utf_8_bytes_not_characters() {
        var outbox = new Outbox(line, senders, 100);
        line.holdCompletions();
        outbox.offer(Chunk.of("0"));
        line.awaitFrames(1);
        outbox.offer(Chunk.of("€".repeat(34)));
        assertThat(line.closings).containsExactly(Closing.TOO_SLOW);
    }

    @Test
    void a_failed_send_ends_the_outbox() {
        var outbox = new Outbox(line, senders, 100);
        line.holdCompletions();
        outbox.offer(Chunk.of("0"));
        line.awaitFrames(1);
        line.complete(false);
        assertThat(outbox.isOpen()).isFalse();
        assertThat(line.closings).hasSize(1);
    }

    @Test
    void only_the_first_reason_to_close_counts() {
        var outbox = new Outbox(line, senders, 100);
        outbox.end(Closing.SIGN_IN_AGAIN);
        outbox.end(Closing.TOO_SLOW);
        assertThat(line.closings).containsExactly(Closing.SIGN_IN_AGAIN);
    }

    @Test
    void a_beat_pings_and_sends_an_empty_frame_when_idle() {
        var outbox = new Outbox(line, senders, 100);
        outbox.beat();
        line.awaitFrames(1);
        assertThat(line.frames).containsExactly("[]");
        assertThat(line.pings).hasValue(1);
    }

    @Test
    void a_send_that_stalls_is_seen() {
        var outbox = new Outbox(line, senders, 100);
        assertThat(outbox.stalledNanos()).isZero();
        line.holdCompletions();
        outbox.offer(Chunk.of("0"));
        line.awaitFrames(1);
        await(() -> outbox.stalledNanos() > TimeUnit.MILLISECONDS.toNanos(5));
        line.complete(true);
        assertThat(outbox.stalledNanos()).isZero();
    }

    @Test
    void many_offerers_lose_nothing_repeat_nothing_and_keep_their_own_order_with_one_send_in_flight() throws Exception {
        var outbox = new Outbox(line, senders, 10_000_000);
        line.completeAtRandom();
        var offerers = Executors.newFixedThreadPool(4);
        for (int offerer = 0; offerer < 4; offerer++) {
            var name = offerer;
            offerers.execute(() -> IntStream.range(0, 5_000).forEach(n -> outbox.offer(Chunk.of(name + ":" + n))));
        }
        offerers.shutdown();
        assertThat(offerers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        await(() -> line.events().count() == 20_000);
        for (int offerer = 0; offerer < 4; offerer++) {
            var prefix = offerer + ":";
            var expected = IntStream.range(0, 5_000).mapToObj(n -> prefix + n).toList();
            assertThat(line.events().filter(event -> event.startsWith(prefix)).toList())
                    .isEqualTo(expected);
        }
        assertThat(line.mostInFlight).hasValue(1);
    }

    @Test
    void completions_inside_the_send_do_not_grow_the_stack() {
        var outbox = new Outbox(line, senders, 100_000_000);
        IntStream.range(0, 100_000).forEach(n -> outbox.offer(Chunk.of("x")));
        await(() -> line.events().count() == 100_000);
        assertThat(line.closings).isEmpty();
    }

    @Test
    void what_is_offered_in_one_broadcast_goes_out_as_one_frame() {
        var outbox = new Outbox(line, senders, 1_000);

        senders.gather(
                () -> {
                    outbox.offer(Chunk.of("\"ack\""));
                    outbox.offer(Chunk.of("\"message\""));
                },
                1_000);

        assertThat(line.frames).as("it was waited for").containsExactly("[\"ack\",\"message\"]");
    }

    @Test
    void a_broadcast_does_not_wait_for_who_does_not_read() {
        var outbox = new Outbox(line, senders, 1_000);
        line.holdCompletions();
        outbox.offer(Chunk.of("1"));
        line.awaitFrames(1);
        var before = System.nanoTime();

        senders.gather(() -> outbox.offer(Chunk.of("2")), 60_000);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
        assertThat(line.frames).containsExactly("[1]");
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    /** A receiver whose completions come inside the send, when told to, or at random from another thread. */
    private static final class Line implements Transport {
        final List<String> frames = new CopyOnWriteArrayList<>();
        final List<Closing> closings = new CopyOnWriteArrayList<>();
        final AtomicInteger pings = new AtomicInteger();
        final AtomicInteger mostInFlight = new AtomicInteger();
        final java.util.concurrent.ScheduledExecutorService completions = Executors.newSingleThreadScheduledExecutor();
        private final AtomicInteger inFlight = new AtomicInteger();
        private final List<String> events = new ArrayList<>();
        private volatile boolean held;
        private volatile boolean random;
        private volatile Consumer<Boolean> waiting;

        void holdCompletions() {
            held = true;
        }

        void completeAtRandom() {
            random = true;
        }

        void complete(boolean out) {
            inFlight.decrementAndGet();
            waiting.accept(out);
        }

        void awaitFrames(int count) {
            await(() -> frames.size() >= count);
        }

        synchronized Stream<String> events() {
            return List.copyOf(events).stream();
        }

        @Override
        public void send(Frame sent, Consumer<Boolean> done) {
            var frame = sent.text();
            mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
            waiting = done;
            record(frame);
            if (random) {
                completions.schedule(
                        () -> complete(true), ThreadLocalRandom.current().nextInt(200), TimeUnit.MICROSECONDS);
            } else if (!held) {
                complete(true);
            }
        }

        private synchronized void record(String frame) {
            if (frames.size() < 1_000) {
                frames.add(frame);
            }
            events.addAll(
                    Stream.of(frame.substring(1, frame.length() - 1).split(",")).collect(Collectors.toList()));
        }

        @Override
        public void ping() {
            pings.incrementAndGet();
        }

        @Override
        public void close(Closing why) {
            closings.add(why);
        }
    }
}
