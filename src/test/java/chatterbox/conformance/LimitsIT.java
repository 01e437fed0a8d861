package chatterbox.conformance;

import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

import chatterbox.container.AppServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes in may have 64 KiB of UTF-8, whatever it is made of and however it is cut. */
class LimitsIT extends ServerTest {
    private static final int LIMIT = 65_536;

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "€", "😀"})
    void a_frame_of_exactly_the_limit_is_carried_out_and_one_byte_more_closes_with_1009(String filling) {
        var ada = Person.register(http(), "ada");
        try (var socket = ada.connect()) {
            socket.follow("general");
            socket.send(post("just fits", filling, LIMIT));
            socket.await(event -> "just fits".equals(event.get("text")));
            socket.send(post("does not fit", filling, LIMIT + 1));
            assertThat(socket.awaitClose()).isEqualTo(1009);
        }
        var posted =
                http().get("/api/rooms/general/messages", ada.bearer()).whole().body();
        assertThat(posted).contains("just fits").doesNotContain("does not fit");
    }

    @ParameterizedTest
    @CsvSource({"€, 1000", "😀, 4095", "😀, 30001"})
    void the_parts_of_a_frame_count_as_the_whole(String filling, int size) {
        try (var socket = Person.register(http(), "ada").connect()) {
            socket.follow("general");
            socket.sendInParts(parts(post("in parts", filling, LIMIT), size));
            socket.await(event -> "in parts".equals(event.get("text")));
            socket.sendInParts(parts(post("does not fit", filling, LIMIT + 1), size));
            assertThat(socket.awaitClose()).isEqualTo(1009);
        }
    }

    /** Parts need not end where characters do (RFC 6455, section 5.6). */
    @Test
    void a_character_may_be_cut_by_the_end_of_a_part() {
        var ada = Person.register(http(), "ada");
        try (var watching = ada.connect();
                var socket = new BareSocket(ada)) {
            watching.follow("general");
            socket.parts(bytes(post("a € and a 😀", "-", 200)), 1);
            if (AppServer.ofThisRun().joinsCharacters()) {
                watching.await(event -> "a € and a 😀".equals(event.get("text")));
            } else {
                assertThat(socket.awaitClose()).isEqualTo(1007);
            }
        }
    }

    @Test
    void text_that_is_not_utf8_closes_with_1007() {
        try (var socket = new BareSocket(Person.register(http(), "mallory"))) {
            socket.parts(new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'}, 100);
            assertThat(socket.awaitClose()).isEqualTo(1007);
        }
    }

    @Test
    void a_body_of_exactly_the_limit_is_taken_and_one_byte_more_is_refused_whether_it_says_its_length_or_not() {
        var ada = Person.register(http(), "ada");
        assertThat(send(ada, bytes(post("as a body", "€", LIMIT)), true).status())
                .isEqualTo(200);
        assertThat(send(ada, bytes(post("in chunks", "€", LIMIT)), false).status())
                .isEqualTo(200);
        for (var saysLength : new boolean[] {true, false}) {
            var large = send(ada, bytes(post("too large", "€", LIMIT + 1)), saysLength);
            assertRefused(large, 413, "too-large", null);
            assertThat(large.body()).containsEntry("limit", (long) LIMIT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s]", "{\"a\":%s}"})
    void json_may_be_32_levels_deep_and_not_one_more(String level) {
        var ada = Person.register(http(), "ada");
        assertThat(send(ada, bytes(nested(level, 31)), true).status()).isEqualTo(200);
        assertRefused(send(ada, bytes(nested(level, 32)), true), 400, "malformed", null);
        try (var socket = ada.connect()) {
            socket.send(nested(level, 31));
            socket.await("ack");
            socket.send(nested(level, 32));
            assertThat(socket.await("refused")).containsEntry("reason", "malformed");
        }
    }

    private Http.Answer send(Person person, byte[] body, boolean saysLength) {
        var publisher = saysLength
                ? BodyPublishers.ofByteArray(body)
                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        return http().send(http().request("/api/rooms/general/messages", person.bearer())
                .header("Content-Type", "application/json")
                .POST(publisher));
    }

    /** So many chars each, but for one more where that would cut a pair of surrogates. */
    private static String[] parts(String frame, int size) {
        var parts = new ArrayList<String>();
        for (int from = 0; from < frame.length(); ) {
            var to = Math.min(from + size, frame.length());
            to += Character.isHighSurrogate(frame.charAt(to - 1)) ? 1 : 0;
            parts.add(frame.substring(from, to));
            from = to;
        }
        return parts.toArray(String[]::new);
    }

    /** A post that is filled up to so many bytes in a field that nobody knows. */
    private static String post(String text, String filling, int size) {
        var post = "{\"type\":\"post\",\"id\":\"%s\",\"room\":\"general\",\"text\":\"%s\",\"filling\":\""
                .formatted(UuidCreator.getTimeOrderedEpoch(), text);
        var left = size - bytes(post).length - 2;
        var each = bytes(filling).length;
        return post + filling.repeat(left / each) + "-".repeat(left % each) + "\"}";
    }

    /** A post with so many levels inside its own. */
    private static String nested(String level, int depth) {
        var value = "1";
        for (int n = 0; n < depth; n++) {
            value = level.formatted(value);
        }
        return "{\"type\":\"post\",\"id\":\"%s\",\"room\":\"general\",\"text\":\"deep\",\"nested\":%s}"
                .formatted(UuidCreator.getTimeOrderedEpoch(), value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
