package chatterbox.server;

import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import chatterbox.conformance.Http;
import chatterbox.conformance.Person;
import chatterbox.conformance.Socket;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sends more than anybody may is told to wait, and put out when that does not help. Nobody else notices. */
class FloodIT {
    private static final String TEXT = "too fast";
    private static final int POSTS = 20;
    private static final int COMMANDS = 100;
    private static final long PROMPT = TimeUnit.SECONDS.toNanos(2);

    private static ServerProcess server;
    private static Http http;

    private final Person mallory = Person.register(http, "mallory");

    @BeforeAll
    static void start() {
        server = ServerProcess.start(
                "flood",
                Map.of(
                        "CHATTERBOX_POSTS_AT_ONCE", String.valueOf(POSTS),
                        "CHATTERBOX_POSTS_PER_SECOND", "1",
                        "CHATTERBOX_COMMANDS_AT_ONCE", String.valueOf(COMMANDS),
                        "CHATTERBOX_COMMANDS_PER_SECOND", "1",
                        "CHATTERBOX_FLOOD_REFUSALS", "20"));
        http = new Http(server.uri());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void an_accounts_posts_count_together_over_its_sockets_and_http_and_go_on_after_the_wait() throws Exception {
        try (var one = mallory.connect();
                var two = mallory.connect()) {
            var first = one.post("general", "first");
            var seq = one.awaitAnswer(first).get("seq");
            var refused = untilRefused(id -> one.awaitAnswer(post(one, id)));
            assertThat((Long) refused.get("retryAfterMs")).isBetween(1L, 1_001L);
            untilRefused(id -> two.awaitAnswer(post(two, id)));
            var overHttp = untilRefused(id -> postOverHttp(id, TEXT).body());
            assertThat(overHttp).containsEntry("status", 429L);
            // What was answered once is answered again, however fast its author is.
            assertThat(postOverHttp(first, "first").body()).containsEntry("seq", seq);

            TimeUnit.MILLISECONDS.sleep((Long) overHttp.get("retryAfterMs"));
            assertThat(postOverHttp(UUID.randomUUID(), TEXT).body()).containsEntry("type", "ack");
        }
    }

    @Test
    void who_goes_on_posting_is_closed_with_1008_and_others_talk_on() {
        var outcomes = new Outcomes();
        try (var ada = Person.register(http, "ada").connect();
                var grace = Person.register(http, "grace").connect();
                var flood = mallory.connect()) {
            Stream.of(ada, grace).forEach(socket -> socket.follow("general"));
            assertThat(whileFlooding(flood, outcomes, () -> talk(ada, grace))).isEqualTo(1008);
            flood.events().forEach(outcomes::answered);
            talk(grace, ada);
        }
        var history = History.of(mallory, "general");
        assertThat(outcomes.faults(history)).isEmpty();
        assertThat(history.stream().filter(stored -> outcomes.wasSent(stored.id())))
                .as("some acknowledgements are lost with the line, what was taken is not")
                .hasSizeBetween(POSTS, POSTS + 60);
        try (var again = mallory.connect()) {
            assertThat(Stream.generate(() -> again.post("general", TEXT))
                            .limit(POSTS)
                            .toList())
                    .as("the account's, not the socket's")
                    .anyMatch(id -> "too-fast".equals(again.awaitAnswer(id).get("reason")));
        }
    }

    @Test
    void a_storm_of_any_frames_is_refused_and_then_ends() {
        for (var storm : List.<Consumer<Socket>>of(
                socket -> socket.send("{\"type\":\"follow\",\"room\":\"general\"}"),
                socket -> socket.send("junk"),
                socket -> socket.send("{\"type\":\"unfollow\",\"room\":\"general\"}"))) {
            try (var socket = mallory.connect()) {
                assertThat(untilClosed(socket, storm)).isEqualTo(1008);
                assertThat(socket.events("followed").size()
                                + socket.events().stream()
                                        .filter(event -> "not-json".equals(event.get("reason")))
                                        .count())
                        .isLessThan(COMMANDS + 60);
            }
        }
    }

    /** The code with which a socket is closed that posts as fast as the line takes it, while others do something else. */
    private static int whileFlooding(Socket socket, Outcomes outcomes, Runnable meanwhile) {
        var code = CompletableFuture.supplyAsync(() -> untilClosed(socket, flooding -> {
            var id = UuidCreator.getTimeOrderedEpoch();
            outcomes.sent(id.toString());
            flooding.post(id, "general", "flood");
        }));
        meanwhile.run();
        return code.join();
    }

    private static int untilClosed(Socket socket, Consumer<Socket> storm) {
        try {
            for (int n = 0; n < 100_000 && socket.isOpen(); n++) {
                storm.accept(socket);
            }
        } catch (CompletionException closed) {
            // While something was being sent.
        }
        return socket.awaitClose();
    }

    /** One writes, and each line is before the other's eyes at once. */
    private static void talk(Socket writer, Socket reader) {
        for (int n = 0; n < 8; n++) {
            var before = System.nanoTime();
            var id = writer.post("general", "calmly " + n);
            assertThat(writer.awaitAnswer(id)).containsEntry("type", "ack");
            reader.await(event ->
                    "message".equals(event.get("type")) && id.toString().equals(event.get("id")));
            assertThat(System.nanoTime() - before).isLessThan(PROMPT);
        }
    }

    /** The first answer that says so. */
    private static Map<String, Object> untilRefused(Function<UUID, Map<String, Object>> post) {
        var answers = Stream.generate(() -> post.apply(UuidCreator.getTimeOrderedEpoch()))
                .limit(10 * POSTS);
        return answers.filter(answer -> "too-fast".equals(answer.get("reason")))
                .findFirst()
                .orElseThrow();
    }

    private static UUID post(Socket socket, UUID id) {
        socket.post(id, "general", TEXT);
        return id;
    }

    private Http.Answer postOverHttp(UUID id, String text) {
        return http.post(
                "/api/rooms/general/messages", "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}", mallory.bearer());
    }
}
