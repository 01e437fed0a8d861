package chatterbox.conformance;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import chatterbox.container.AppServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody follows a room and reads nothing, while others write more than all buffers on the way can hold. What the server
 * promises is that it lets go of such a socket: no more is kept for it, its place is free, and when its owner reads at last
 * the line ends. The line itself may stay up as long as they do not read: see the transport.
 */
class SlowConsumerIT extends ServerTest {
    /** Below the send timeout: whoever waited for one who does not read would wait that long. */
    private static final Duration PROMPT = Duration.ofMillis(2_500);

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String LONG = "😀".repeat(4_000);

    private Socket ada;
    private Socket grace;
    private Person mallory;

    @BeforeEach
    void two_talk() {
        ada = Person.register(http(), "ada").connect();
        grace = Person.register(http(), "grace").connect();
        mallory = Person.register(http(), "mallory");
        Stream.of(ada, grace).forEach(socket -> socket.follow("general"));
    }

    @AfterEach
    void they_go() {
        Stream.of(ada, grace).forEach(Socket::close);
    }

    @Test
    void who_does_not_read_is_let_go_and_nobody_else_waits_or_misses_anything() throws Exception {
        try (var deaf = new BareSocket(mallory)) {
            deaf.follow("general");
            talkUntilGone(List.of(deaf), () -> {});
            talk(60, "The room goes on.");
            assertLineCut(deaf);
            assertThat(deaf.awaitClose()).isIn(4408, 1006);
            var seqs = grace.seqs("general");
            assertThat(seqs)
                    .isEqualTo(LongStream.rangeClosed(seqs.get(0), seqs.get(seqs.size() - 1))
                            .boxed()
                            .toList());
        }
    }

    /** More than there are threads that close sockets: a close may wait for the other side, which does not read. */
    @Test
    void a_dozen_that_do_not_read_hold_up_no_other_close_and_lose_their_places() {
        var leaving = Person.register(http(), "leaving");
        var deaf = IntStream.range(0, 12).mapToObj(n -> new BareSocket(mallory)).toList();
        deaf.forEach(one -> one.follow("general"));
        talkUntilGone(deaf, () -> assertSignOutCloses(leaving.signInAgain()));
        talk(60, "The room goes on.");
        var again = IntStream.range(0, 20).mapToObj(n -> mallory.connect()).toList();
        again.forEach(socket -> socket.await("welcome"));
        again.forEach(Socket::close);
        deaf.forEach(BareSocket::close);
    }

    private void talkUntilGone(List<BareSocket> deaf, Runnable meanwhile) {
        var start = System.nanoTime();
        while (!hasGone(mallory)) {
            assertThat(System.nanoTime() - start).as("until they are gone").isLessThan(SOON.toNanos());
            deaf.forEach(BareSocket::beat);
            talk(25, LONG);
            meanwhile.run();
        }
    }

    /** Whatever is said on a line that was cut is answered with a reset, and the next word fails. */
    private static void assertLineCut(BareSocket deaf) throws InterruptedException {
        if (AppServer.ofThisRun().cutsDeafLines()) {
            TimeUnit.SECONDS.sleep(3);
            deaf.beat();
            TimeUnit.MILLISECONDS.sleep(200);
            assertThat(deaf.beat()).isFalse();
        }
    }

    private boolean hasGone(Person person) {
        return grace.events("online").stream()
                .anyMatch(online -> ((List<?>) online.get("went")).contains(person.username()));
    }

    /** Ada writes, and each of her lines is acknowledged and before grace's eyes. */
    private void talk(int lines, String text) {
        var before = System.nanoTime();
        var ids = IntStream.range(0, lines)
                .mapToObj(n -> ada.post("general", text))
                .toList();
        ids.forEach(ada::awaitAnswer);
        ids.forEach(id -> grace.await(event -> id.toString().equals(event.get("id"))));
        assertThat(System.nanoTime() - before).isLessThan(PROMPT.toNanos());
    }

    private void assertSignOutCloses(Person person) {
        try (var socket = person.connect()) {
            socket.await("welcome");
            var before = System.nanoTime();
            assertThat(http().post("/api/logout", "", person.bearer()).status()).isEqualTo(204);
            assertThat(socket.awaitClose()).isEqualTo(4401);
            assertThat(System.nanoTime() - before).isLessThan(PROMPT.toNanos());
        }
    }
}
