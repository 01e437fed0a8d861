package chatterbox.server;

import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.api.Test;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chatterbox.conformance.Http;
import chatterbox.conformance.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** The promise of the product, against the real server: what was acknowledged is there, once, in its place. */
class KillIT {
    private static final int CYCLES = Integer.getInteger("cycles", 3);
    private static final int WRITERS = 8;
    private static final Map<String, String> UNLIMITED = Map.of("CHATTERBOX_POSTS_AT_ONCE", "1000000");

    private final Outcomes outcomes = new Outcomes();

    @Test
    void nothing_acknowledged_is_lost_when_the_server_is_killed_under_load() throws Exception {
        try (var server = ServerProcess.start("kill", UNLIMITED)) {
            var http = new Http(server.uri());
            var people = IntStream.range(0, WRITERS)
                    .mapToObj(n -> Person.register(http, "writer" + n))
                    .toList();
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                var before = outcomes.acknowledged();
                try (var load = new Load(people)) {
                    load.awaitAcknowledged(before + 300);
                    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(300));
                    server.kill();
                }
                server.start();
                check(people.get(0), server);
            }
        }
    }

    @Test
    void a_server_that_is_told_to_stop_answers_what_it_took_and_tells_clients_to_come_back() throws Exception {
        try (var server = ServerProcess.start("drain", UNLIMITED)) {
            var http = new Http(server.uri());
            var people = IntStream.range(0, WRITERS)
                    .mapToObj(n -> Person.register(http, "writer" + n))
                    .toList();
            var idle = people.get(0).connect();
            idle.await("welcome");
            try (var load = new Load(people)) {
                load.awaitAcknowledged(300);
                server.stop();
                assertThat(idle.awaitClose()).isIn(1001, 1012);
            }
            server.start();
            check(people.get(0), server);
        }
    }

    private void check(Person reader, ServerProcess server) throws Exception {
        assertThat(outcomes.faults(History.of(reader, "general"))).isEmpty();
        try (var database = DriverManager.getConnection(
                        "jdbc:sqlite:" + server.data().resolve("chatterbox.db"));
                var statement = database.createStatement();
                var integrity = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(integrity.getString(1)).isEqualTo("ok");
        }
        try (var database = DriverManager.getConnection(
                        "jdbc:sqlite:" + server.data().resolve("chatterbox.db"));
                var statement = database.createStatement();
                var log = statement.executeQuery(
                        "SELECT seq FROM stream_entry WHERE stream = 'room/general' ORDER BY seq")) {
            var numbers = new ArrayList<Long>();
            while (log.next()) {
                numbers.add(log.getLong(1));
            }
            assertThat(numbers)
                    .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        }
    }

    /** Everybody writes as fast as the answers come, ten at a time, until the line breaks or this is closed. */
    private final class Load implements AutoCloseable {
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final List<Thread> writers;

        Load(List<Person> people) {
            writers = people.stream()
                    .map(person -> new Thread(() -> write(person)))
                    .toList();
            writers.forEach(Thread::start);
        }

        void awaitAcknowledged(long count) throws InterruptedException {
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (outcomes.acknowledged() < count) {
                assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }

        @Override
        public void close() {
            stopped.set(true);
            writers.forEach(Load::join);
        }

        private static void join(Thread writer) {
            try {
                writer.join(30_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(writer.isAlive()).isFalse();
        }

        private void write(Person person) {
            try (var socket = person.connect()) {
                while (!stopped.get() && socket.isOpen()) {
                    var ids = Stream.generate(UuidCreator::getTimeOrderedEpoch)
                            .limit(10)
                            .toList();
                    ids.forEach(id -> outcomes.sent(id.toString()));
                    ids.forEach(id -> socket.post(id, "general", "text of " + person.username()));
                    ids.forEach(id -> outcomes.answered(socket.awaitAnswer(id)));
                }
            } catch (RuntimeException | AssertionError lineBroke) {
                // That is what the test is about.
            }
        }
    }
}
