package chatterbox.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class SocketIT extends ServerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json | not-json |",
                "[] | malformed |",
                "{} | missing | type",
                "{\"type\":7} | malformed | type",
                "{\"type\":\"dance\"} | unknown-type | type",
                "{\"type\":\"post\",\"room\":\"general\",\"text\":\"x\"} | missing | id",
                "{\"type\":\"post\",\"id\":\"x\",\"room\":\"general\",\"text\":\"x\"} | malformed | id",
                "{\"type\":\"follow\",\"room\":{}} | malformed | room",
                "{\"type\":\"follow\"} | missing | room",
                "{\"type\":\"follow\",\"room\":\"general\",\"after\":-1} | malformed | after",
                "{\"type\":\"renew\",\"token\":\"x\"} | sign-in-again |",
            })
    void a_bad_frame_is_refused_with_its_reason_and_the_socket_stays(String frame, String reason, String field) {
        try (var socket = Person.register(http(), "ada").connect()) {
            socket.send(frame);
            var refused = socket.await("refused");
            assertThat(refused).containsEntry("reason", reason);
            assertThat(refused.get("field")).isEqualTo(field);
            assertThat(socket.awaitAnswer(socket.post("general", "still here"))).containsEntry("type", "ack");
        }
    }

    @Test
    void a_frame_that_is_nested_too_deep_or_binary_is_refused() {
        try (var socket = Person.register(http(), "ada").connect()) {
            socket.send("{\"type\":\"post\",\"x\":" + "[".repeat(40) + "]".repeat(40) + "}");
            assertThat(socket.await("refused")).containsEntry("reason", "malformed");
            socket.sendBinary((byte) 1, (byte) 2);
            socket.await(event -> "not-json".equals(event.get("reason")));
            assertThat(socket.isOpen()).isTrue();
        }
    }

    @Test
    void a_frame_may_come_in_parts() {
        try (var socket = Person.register(http(), "ada").connect()) {
            socket.follow("general");
            socket.sendInParts(
                    "{\"type\":\"post\",\"id\":\"0192f0c1-2345-7abc-8def-0123456789ab\",",
                    "\"room\":\"general\",",
                    "\"text\":\"three parts\"}");
            socket.await(event -> "three parts".equals(event.get("text")));
        }
    }

    @Test
    void a_frame_over_64_kib_closes_with_1009_in_one_piece_or_in_many() {
        try (var socket = Person.register(http(), "ada").connect()) {
            socket.send("x".repeat(70_000));
            assertThat(socket.awaitClose()).isEqualTo(1009);
        }
        try (var socket = Person.register(http(), "ada").connect()) {
            var part = "€".repeat(5_000);
            socket.sendInParts(part, part, part, part, part);
            assertThat(socket.awaitClose()).isEqualTo(1009);
        }
    }

    @Test
    void signing_out_closes_the_sockets_of_that_session_only() {
        var ada = Person.register(http(), "ada");
        var elsewhere = ada.signInAgain();
        try (var here = ada.connect();
                var there = elsewhere.connect()) {
            here.await("welcome");
            there.await("welcome");
            var before = System.nanoTime();
            assertThat(http().post("/api/logout", "", ada.bearer()).status()).isEqualTo(204);
            assertThat(here.awaitClose()).isEqualTo(4401);
            assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
            assertThat(there.awaitAnswer(there.post("general", "still here"))).containsEntry("type", "ack");
        }
    }

    @Test
    void a_renewed_socket_lives_on_its_new_session() {
        var ada = Person.register(http(), "ada");
        var fresh = ada.signInAgain();
        try (var socket = ada.connect()) {
            socket.send("{\"type\":\"renew\",\"token\":\"" + fresh.token() + "\"}");
            assertThat(socket.await("renewed")).containsEntry("expiresIn", 600L);
            assertThat(http().post("/api/logout", "", ada.bearer()).status()).isEqualTo(204);
            assertThat(socket.awaitAnswer(socket.post("general", "still here"))).containsEntry("type", "ack");
            assertThat(http().post("/api/logout", "", fresh.bearer()).status()).isEqualTo(204);
            assertThat(socket.awaitClose()).isEqualTo(4401);
        }
    }

    @Test
    void a_token_of_somebody_else_renews_nothing() {
        var ada = Person.register(http(), "ada");
        var grace = Person.register(http(), "grace");
        try (var socket = ada.connect()) {
            socket.send("{\"type\":\"renew\",\"token\":\"" + grace.token() + "\"}");
            assertThat(socket.await("refused")).containsEntry("reason", "sign-in-again");
        }
    }

    @Test
    void the_welcome_says_who_and_where_one_is() {
        var ada = Person.register(http(), "ada");
        try (var socket = ada.connect()) {
            var welcome = socket.await("welcome");
            assertThat(socket.events().get(0)).isEqualTo(welcome);
            assertThat((Map<?, ?>) welcome.get("me")).extracting("username").isEqualTo(ada.username());
            assertThat((List<?>) welcome.get("rooms"))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Map.class, room -> assertThat(room.get("id")).isEqualTo("general"));
            assertThat((Long) ((Map<?, ?>) welcome.get("online")).get("count")).isPositive();
        }
    }

    @Test
    void coming_and_going_is_told_and_a_quick_return_is_not() {
        var grace = Person.register(http(), "grace");
        try (var ada = Person.register(http(), "ada").connect()) {
            ada.await("welcome");
            var first = grace.connect();
            ada.await(event ->
                    "online".equals(event.get("type")) && event.toString().contains(grace.username()));
            first.close();
            try (var back = grace.connect()) {
                back.await("welcome");
            }
            ada.await(event ->
                    "online".equals(event.get("type")) && ((List<?>) event.get("went")).contains(grace.username()));
            assertThat(ada.events("online").stream()
                            .filter(event -> event.toString().contains(grace.username())))
                    .hasSize(2);
        }
    }

    @Test
    void a_silent_socket_is_sent_an_empty_frame() {
        try (var socket = Person.register(http(), "ada").connect()) {
            socket.await("welcome");
            socket.awaitEmptyFrame();
        }
    }

    @Test
    void five_hundred_posts_at_once_come_in_one_order_to_all() {
        var people = IntStream.range(0, 5)
                .mapToObj(n -> Person.register(http(), "p" + n))
                .toList();
        var sockets = people.stream().map(Person::connect).toList();
        sockets.forEach(socket -> socket.follow("general"));
        var ids = IntStream.range(0, 500)
                .mapToObj(n -> sockets.get(n % 5).post("general", "text " + n))
                .toList();
        var last = IntStream.range(0, 500)
                .mapToLong(
                        n -> (Long) sockets.get(n % 5).awaitAnswer(ids.get(n)).get("seq"))
                .max()
                .orElseThrow();
        for (var socket : sockets) {
            socket.await(event -> event.containsKey("at") && event.get("seq").equals(last));
            assertThat(socket.seqs("general").stream().filter(seq -> seq <= last))
                    .doesNotHaveDuplicates();
            assertThat(messages(socket, last)).isEqualTo(messages(sockets.get(0), last));
        }
        sockets.forEach(Socket::close);
    }

    private static List<Object> messages(Socket socket, long last) {
        return socket.events("message").stream()
                .filter(event -> (Long) event.get("seq") > last - 400 && (Long) event.get("seq") <= last)
                .map(event -> event.get("id"))
                .toList();
    }
}
