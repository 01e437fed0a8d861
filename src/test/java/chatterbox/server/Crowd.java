package chatterbox.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import chatterbox.conformance.Http;
import chatterbox.conformance.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Eight who write into four rooms of one server, one who reads each room, and what all of them were told. */
final class Crowd {
    /** For a server that lives for a minute: nobody is too fast for it, and it starts in half the work. */
    static final Map<String, String> SETTINGS = Map.of(
            "CHATTERBOX_POSTS_AT_ONCE", "1000000",
            "CHATTERBOX_COMMANDS_AT_ONCE", "1000000",
            "CHATTERBOX_SOCKETS_PER_ADDRESS", "1000",
            "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");

    private static final int WRITERS = 8;
    private static final List<String> ROOMS = List.of("general", "two", "three", "four");

    private final Map<String, Outcomes> outcomes = new LinkedHashMap<>();
    private final List<Writer> writers;
    private final List<Reader> readers = new ArrayList<>();
    private final SqliteFile database;
    private final List<Person> people;
    private Person member;

    Crowd(ServerProcess server) {
        var http = new Http(server.uri());
        database = new SqliteFile(server.data());
        ROOMS.forEach(room -> outcomes.put(room, new Outcomes()));
        people = IntStream.range(0, WRITERS)
                .mapToObj(n -> Person.register(http, "writer" + n))
                .toList();
        member = Person.register(http, "reader");
        ROOMS.stream().skip(1).forEach(database::addRoomOfAll);
        writers = people.stream().map(person -> new Writer(person, outcomes)).toList();
        ROOMS.forEach(room -> readers.add(new Reader(member, room)));
    }

    /** Another reader, of one of the rooms. */
    Reader addReader(int number) {
        var reader = new Reader(people.get(number % WRITERS), ROOMS.get(number % ROOMS.size()));
        readers.add(reader);
        return reader;
    }

    /** Access tokens live ten minutes. */
    void signInAgain() {
        member = member.signInAgain();
        writers.forEach(Writer::signInAgain);
        readers.forEach(Reader::signInAgain);
    }

    /** Why any of their posts was refused. */
    Set<String> reasons() {
        return outcomes.values().stream()
                .flatMap(told -> told.reasons().stream())
                .collect(Collectors.toSet());
    }

    /** The readers follow, and the writers write until this is closed or their lines break. */
    Load write() {
        readers.forEach(Reader::comeBack);
        return new Load();
    }

    /** Holds everything against everything, on a server that runs and that nobody writes to. */
    void check() {
        readers.forEach(Reader::comeBack);
        readers.forEach(Reader::awaitAll);
        readers.forEach(Reader::leave);
        readers.forEach(Reader::assertSawAll);
        outcomes.forEach((room, told) ->
                assertThat(told.faults(History.of(member, room))).isEmpty());
        assertThat(database.integrity()).isEqualTo("ok");
        ROOMS.forEach(room -> {
            var numbers = database.numbers("room/" + room);
            assertThat(numbers)
                    .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
        });
    }

    /** The writers at work. */
    final class Load implements AutoCloseable {
        private final Semaphore acknowledged = new Semaphore(0);
        private final Semaphore refused = new Semaphore(0);
        private final List<CompletableFuture<Void>> running;
        private volatile boolean enough;

        private Load() {
            running = writers.stream()
                    .map(writer -> CompletableFuture.runAsync(
                            () -> writer.write(() -> enough, this::count), work -> new Thread(work).start()))
                    .toList();
        }

        /** So many more, from now on. */
        void awaitAcknowledged(int count) throws InterruptedException {
            await(acknowledged, count);
        }

        /** So many more, from now on. */
        void awaitRefused(int count) throws InterruptedException {
            await(refused, count);
        }

        private static void await(Semaphore answers, int count) throws InterruptedException {
            answers.drainPermits();
            assertThat(answers.tryAcquire(count, 60, TimeUnit.SECONDS)).isTrue();
        }

        private void count(Map<String, Object> answer) {
            (answer.get("type").equals("ack") ? acknowledged : refused).release();
        }

        @Override
        public void close() {
            enough = true;
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
            readers.forEach(Reader::leave);
        }
    }
}
