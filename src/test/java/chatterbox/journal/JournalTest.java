package chatterbox.journal;

import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chatterbox.persistence.Engine;
import chatterbox.persistence.Engines;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JournalTest {
    private static final StreamId GENERAL = StreamId.room("general");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_entry_gets_the_next_number_of_its_stream(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine)) {
            assertThat(world.post(GENERAL, "ada", "one").seq()).isEqualTo(1);
            assertThat(world.post(StreamId.user("ada"), "ada", "mine").seq()).isEqualTo(1);
            assertThat(world.post(GENERAL, "grace", "two").seq()).isEqualTo(2);
            assertThat(world.journal().head(GENERAL)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_is_read_back_is_what_followers_were_told(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine)) {
            world.post(GENERAL, "ada", "one");
            world.post(GENERAL, "ada", "two");
            assertThat(world.journal().after(GENERAL, 0, 10)).isEqualTo(world.published(GENERAL, 2));
            assertThat(world.journal().after(GENERAL, 1, 10))
                    .extracting(Logged::seq)
                    .containsExactly(2L);
            assertThat(world.journal().after(GENERAL, 0, 1))
                    .extracting(Logged::seq)
                    .containsExactly(1L);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void many_senders_at_once_leave_no_gap_and_no_duplicate(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine)) {
            manySendersAtOnce(world);
        }
    }

    @Test
    void many_senders_at_once_leave_no_gap_and_no_duplicate_on_a_servers_data_source() throws Exception {
        try (var world = new JournalWorld(Engines.freshInServer("jdbc/journal"), 10_000)) {
            manySendersAtOnce(world);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_same_command_sent_ten_times_at_once_is_stored_once(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine)) {
            var entry = world.entry(GENERAL, "ada", "once");
            var outcomes = IntStream.range(0, 10)
                    .mapToObj(n -> world.journal().append(entry).toCompletableFuture())
                    .toList();
            for (var outcome : outcomes) {
                assertThat(outcome.get(10, SECONDS).seq()).isEqualTo(1);
            }
            assertThat(world.journal().after(GENERAL, 0, 10)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_same_command_after_a_restart_gets_the_first_answer(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine)) {
            world.post(GENERAL, "ada", "before");
            var entry = world.entry(GENERAL, "ada", "once");
            world.append(entry);
            world.restart();
            assertThat(world.journal().recent(entry.source())).isEmpty();
            assertThat(world.journal().stored(entry.source()))
                    .map(Appended::seq)
                    .contains(2L);
            assertThat(world.append(entry).seq()).isEqualTo(2);
            assertThat(world.journal().head(GENERAL)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_id_with_another_command_is_a_conflict_in_memory_and_from_the_database(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine)) {
            var id = UuidCreator.getTimeOrderedEpoch();
            world.append(world.entry(GENERAL, "ada", id, "one"));
            var other = world.entry(GENERAL, "ada", id, "another");
            assertThat(reasonOf(world, other)).isEqualTo(Reason.CONFLICT);
            world.restart();
            assertThat(reasonOf(world, other)).isEqualTo(Reason.CONFLICT);
            assertThat(world.append(world.entry(GENERAL, "grace", id, "hers")).seq())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void one_id_raced_into_two_rooms_is_stored_in_one_of_them(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine)) {
            for (int round = 0; round < 50; round++) {
                var id = UuidCreator.getTimeOrderedEpoch();
                var both = IntStream.range(0, 2)
                        .mapToObj(n -> world.journal().append(world.entry(StreamId.room("r" + n), "ada", id, "race")))
                        .map(stage -> stage.toCompletableFuture().handle((done, failure) -> failure))
                        .toList();
                var failures = new ArrayList<Throwable>();
                for (var one : both) {
                    if (one.get(10, SECONDS) != null) {
                        failures.add(one.get());
                    }
                }
                assertThat(failures)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT));
            }
        }
    }

    /** Both writers have looked for the id, and found nothing, before either stores it. */
    @Test
    void one_id_that_two_writers_store_at_the_same_moment_is_stored_by_one_of_them() throws Exception {
        try (var world = new JournalWorld(Engine.POSTGRESQL)) {
            for (int round = 0; round < 20; round++) {
                world.hold(2);
                var id = id();
                var both = Stream.of("r0", "r1")
                        .map(room -> world.journal().append(world.entry(StreamId.room(room), "ada", id, "race")))
                        .toList();
                world.awaitHeld();
                world.release();
                var outcomes = new ArrayList<String>();
                for (var one : both) {
                    outcomes.add(one.toCompletableFuture()
                            .handle((done, failure) -> failure == null ? "stored" : failure.getMessage())
                            .get(10, SECONDS));
                }
                assertThat(outcomes).containsExactlyInAnyOrder("stored", "conflict (id)");
            }
        }
    }

    /** The database learns of a row only when the transaction asks it something: by then another entry is being written. */
    @Test
    void whose_row_the_database_refuses_is_found_out_and_its_neighbour_is_not_blamed() throws Exception {
        try (var world = new JournalWorld(Engine.POSTGRESQL)) {
            var here = StreamId.room("r0");
            var elsewhere = world.entry(StreamId.room("r1"), "ada", id(), "race");
            world.hold();
            var first =
                    world.journal().append(world.entry(here, "ada", "first")).toCompletableFuture();
            world.awaitHeld();
            var raced = world.journal()
                    .append(world.entry(here, "ada", elsewhere.source().id(), "race"))
                    .toCompletableFuture();
            var neighbour = world.journal()
                    .append(world.entryThat(here, "grace", transaction -> {
                        world.journal().append(elsewhere).toCompletableFuture().join();
                        transaction.createNativeQuery("SELECT id FROM epoch").getResultList();
                    }))
                    .toCompletableFuture();
            world.release();
            assertThat(first.get(10, SECONDS).seq()).isEqualTo(1);
            assertThat(neighbour.get(10, SECONDS).seq()).isEqualTo(2);
            assertThatThrownBy(() -> raced.get(10, SECONDS)).hasRootCauseMessage("conflict (id)");
            assertThat(world.journal().head(here)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_entry_that_cannot_be_applied_fails_alone_and_leaves_no_gap(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine)) {
            var outcomes = new ArrayList<CompletableFuture<Appended>>();
            for (int n = 0; n < 100; n++) {
                var entry = n % 10 == 3 ? world.brokenEntry(GENERAL, "ada") : world.entry(GENERAL, "ada", "ok " + n);
                outcomes.add(world.journal().append(entry).toCompletableFuture());
            }
            var failed = 0;
            for (var outcome : outcomes) {
                try {
                    outcome.get(10, SECONDS);
                } catch (ExecutionException e) {
                    failed++;
                }
            }
            assertThat(failed).isEqualTo(10);
            assertThat(world.journal().after(GENERAL, 0, 200))
                    .extracting(Logged::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 90).boxed().toList());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_entry_whose_row_the_database_refuses_fails_alone(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine)) {
            world.hold();
            var good =
                    world.journal().append(world.entry(GENERAL, "ada", "good")).toCompletableFuture();
            var bad = world.journal()
                    .append(world.entryTheDatabaseRefuses(GENERAL, "ada"))
                    .toCompletableFuture();
            var later =
                    world.journal().append(world.entry(GENERAL, "ada", "later")).toCompletableFuture();
            world.release();
            assertThat(good.get(10, SECONDS).seq()).isEqualTo(1);
            assertThat(later.get(10, SECONDS).seq()).isEqualTo(2);
            assertThatThrownBy(() -> bad.get(10, SECONDS)).isInstanceOf(ExecutionException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_full_queue_refuses_as_busy_and_stores_nothing_of_it(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine, 5)) {
            world.hold();
            var held = world.journal().append(world.entry(GENERAL, "ada", "held"));
            world.awaitHeld();
            var outcomes = IntStream.range(0, 20)
                    .mapToObj(n -> world.journal()
                            .append(world.entry(GENERAL, "ada", "text " + n))
                            .toCompletableFuture())
                    .toList();
            assertThat(outcomes)
                    .filteredOn(CompletableFuture::isCompletedExceptionally)
                    .hasSize(15);
            world.release();
            for (var outcome : outcomes) {
                if (!outcome.isCompletedExceptionally()) {
                    outcome.get(10, SECONDS);
                }
            }
            held.toCompletableFuture().get(10, SECONDS);
            assertThat(world.journal().head(GENERAL)).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_clock_that_goes_back_does_not_take_the_stream_along(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine)) {
            var noon = Instant.parse("2026-01-01T12:00:00.123456Z");
            world.setClock(noon);
            world.post(GENERAL, "ada", "noon");
            world.setClock(noon.minus(Duration.ofHours(1)));
            world.post(GENERAL, "ada", "an hour before, it seems");
            assertThat(world.published(GENERAL, 2))
                    .extracting(Logged::json)
                    .allMatch(json -> json.contains("\"at\":\"2026-01-01T12:00:00.123Z\""));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_waits_is_written_before_the_journal_closes(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine)) {
            var outcomes = IntStream.range(0, 300)
                    .mapToObj(n -> world.journal()
                            .append(world.entry(GENERAL, "ada", "text " + n))
                            .toCompletableFuture())
                    .toList();
            world.restart();
            assertThat(outcomes).allMatch(outcome -> outcome.isDone() && !outcome.isCompletedExceptionally());
            assertThat(world.journal().head(GENERAL)).isEqualTo(300);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_epoch_stays_over_a_restart_and_differs_between_databases(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine);
                var other = new JournalWorld(engine)) {
            var epoch = world.journal().epoch();
            world.restart();
            assertThat(world.journal().epoch())
                    .isEqualTo(epoch)
                    .isNotEqualTo(other.journal().epoch());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_entry_is_answered_before_it_is_published_and_after_it_is_stored(Engine engine) throws Exception {
        try (var world = new JournalWorld(engine)) {
            var seen = new CompletableFuture<List<Boolean>>();
            world.hold();
            var outcome = world.journal()
                    .append(world.entry(GENERAL, "ada", "one"))
                    .thenAccept(done -> seen.complete(List.of(
                            world.published(GENERAL).isEmpty(),
                            world.journal().after(GENERAL, 0, 10).size() == 1)));
            world.release();
            outcome.toCompletableFuture().get(10, SECONDS);
            assertThat(seen.get(10, SECONDS)).containsExactly(true, true);
        }
    }

    private static Reason reasonOf(JournalWorld world, Entry entry) {
        try {
            world.append(entry);
            throw new AssertionError("It was taken");
        } catch (Exception e) {
            return ((Refusal) e.getCause()).reason();
        }
    }

    static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    private static void manySendersAtOnce(JournalWorld world) throws Exception {
        var rooms = IntStream.range(0, 4).mapToObj(n -> StreamId.room("r" + n)).toList();
        var senders = Executors.newFixedThreadPool(8);
        try {
            var outcomes = new ArrayList<CompletableFuture<Appended>>();
            for (int n = 0; n < 2_000; n++) {
                var entry = world.entry(rooms.get(n % 4), "sender" + n % 8, "text " + n);
                outcomes.add(CompletableFuture.supplyAsync(() -> entry, senders).thenCompose(world.journal()::append));
            }
            CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)).get(60, SECONDS);
            for (var room : rooms) {
                var logged = world.journal().after(room, 0, 1_000);
                assertThat(logged)
                        .extracting(Logged::seq)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 500).boxed().toList());
                assertThat(world.published(room, 500)).isEqualTo(logged);
            }
        } finally {
            senders.shutdown();
        }
    }
}
