package chatterbox.fanout;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import chatterbox.journal.StreamId;
import chatterbox.outbox.Closing;
import chatterbox.persistence.Engine;

import static org.assertj.core.api.Assertions.assertThat;

class FanOutTest {
    private static final StreamId GENERAL = StreamId.room("general");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void who_follows_from_now_on_gets_what_comes(Engine engine) throws Exception {
        try (var world = new FanOutWorld(engine)) {
            world.post(GENERAL, 2);
            var ada = world.receiver();
            world.fanOut().follow(GENERAL, ada.outbox(), Optional.empty(), Optional.empty());
            world.post(GENERAL, 2);
            ada.awaitSeq(4);
            assertThat(ada.events().get(0)).isEqualTo("{\"type\":\"followed\",\"room\":\"general\",\"head\":2}");
            assertThat(ada.seqs()).containsExactly(3L, 4L);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void who_resumes_gets_what_was_missed_first(Engine engine) throws Exception {
        try (var world = new FanOutWorld(engine)) {
            world.post(GENERAL, 5);
            var ada = world.receiver();
            world.fanOut().follow(GENERAL, ada.outbox(), Optional.of(2L), Optional.of(world.epoch()));
            world.post(GENERAL, 1);
            ada.awaitSeq(6);
            assertThat(ada.events().get(0)).isEqualTo("{\"type\":\"followed\",\"room\":\"general\",\"head\":5}");
            assertThat(ada.seqs()).containsExactly(3L, 4L, 5L, 6L);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_cursor_of_another_epoch_or_above_the_head_or_too_far_behind_is_reset(Engine engine) throws Exception {
        try (var world = new FanOutWorld(engine)) {
            world.post(GENERAL, FanOutWorld.RESUME_LIMIT + 1);
            var head = FanOutWorld.RESUME_LIMIT + 1L;
            assertReset(world, Optional.of(head), Optional.of("another"), head);
            assertReset(world, Optional.of(head + 1), Optional.of(world.epoch()), head);
            assertReset(world, Optional.of(0L), Optional.of(world.epoch()), head);
            var ada = world.receiver();
            world.fanOut().follow(GENERAL, ada.outbox(), Optional.of(1L), Optional.of(world.epoch()));
            ada.awaitSeq(head);
            assertThat(ada.seqs()).hasSize(FanOutWorld.RESUME_LIMIT);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void more_than_half_an_outbox_is_not_resumed_but_reset(Engine engine) throws Exception {
        try (var world = new FanOutWorld(engine)) {
            world.post(GENERAL, 50, "x".repeat(FanOutWorld.OUTBOX_BYTES / 60));
            assertReset(world, Optional.of(0L), Optional.of(world.epoch()), 50);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_user_stream_names_its_user(Engine engine) throws Exception {
        try (var world = new FanOutWorld(engine)) {
            var ada = world.receiver();
            world.fanOut().follow(StreamId.user("ada"), ada.outbox(), Optional.of(0L), Optional.of(world.epoch()));
            ada.awaitEvents(1);
            assertThat(ada.events()).containsExactly("{\"type\":\"followed\",\"user\":\"ada\",\"head\":0}");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void who_unfollows_gets_no_more(Engine engine) throws Exception {
        try (var world = new FanOutWorld(engine)) {
            var ada = world.receiver();
            var grace = world.receiver();
            var following = world.fanOut().follow(GENERAL, ada.outbox(), Optional.empty(), Optional.empty());
            world.fanOut().follow(GENERAL, grace.outbox(), Optional.empty(), Optional.empty());
            world.fanOut().unfollow(GENERAL, following);
            world.post(GENERAL, 1);
            grace.awaitSeq(1);
            assertThat(ada.seqs()).isEmpty();
        }
    }

    /** Followers come in the middle of a storm, some from the start, some from a number, and each sees every number once. */
    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobody_misses_or_repeats_a_number_whenever_they_come(Engine engine) throws Exception {
        var last = 401L;
        var newcomers = Executors.newFixedThreadPool(4);
        try (var world = new FanOutWorld(engine)) {
            var receivers = new ArrayList<Receiver>();
            var cursors = new ArrayList<Long>();
            var writer = new Thread(() -> LongStream.range(1, last).forEach(n -> world.post(GENERAL, 1)));
            writer.start();
            for (int n = 0; n < 60; n++) {
                var receiver = world.receiver();
                receivers.add(receiver);
                var after = ThreadLocalRandom.current().nextLong(world.head(GENERAL) + 1);
                cursors.add(after);
                newcomers.execute(
                        () -> world.fanOut().follow(GENERAL, receiver.outbox(), Optional.of(after), Optional.empty()));
                Thread.sleep(2);
            }
            newcomers.shutdown();
            assertThat(newcomers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            writer.join();
            world.post(GENERAL, 1); // For those, too, who came when all had been said.
            for (int n = 0; n < receivers.size(); n++) {
                receivers.get(n).awaitSeq(last);
                assertThat(receivers.get(n).seqs()).isEqualTo(numbers(cursors.get(n) + 1, last));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void one_who_does_not_read_is_closed_and_the_others_get_everything(Engine engine) throws Exception {
        try (var world = new FanOutWorld(engine)) {
            var stalled = world.stalledReceiver();
            var ada = world.receiver();
            world.fanOut().follow(GENERAL, stalled.outbox(), Optional.empty(), Optional.empty());
            world.fanOut().follow(GENERAL, ada.outbox(), Optional.empty(), Optional.empty());
            world.post(GENERAL, 100, "x".repeat(FanOutWorld.OUTBOX_BYTES / 50));
            ada.awaitSeq(100);
            assertThat(ada.seqs()).isEqualTo(numbers(1, 100));
            assertThat(stalled.closings()).containsExactly(Closing.TOO_SLOW);
        }
    }

    private static void assertReset(FanOutWorld world, Optional<Long> after, Optional<String> epoch, long head)
            throws Exception {
        var ada = world.receiver();
        var following = world.fanOut().follow(GENERAL, ada.outbox(), after, epoch);
        ada.awaitEvents(1);
        assertThat(ada.events()).containsExactly("{\"type\":\"reset\",\"room\":\"general\",\"seq\":" + head + "}");
        assertThat(following.seq()).isEqualTo(head);
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
