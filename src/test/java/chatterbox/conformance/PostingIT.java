package chatterbox.conformance;

import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class PostingIT extends ServerTest {

    @Test
    void a_message_is_acknowledged_and_reaches_everybody_in_the_room() {
        try (var ada = member("ada");
                var grace = member("grace")) {
            var id = ada.post("general", "hello");
            var seq = (Long) ada.awaitAnswer(id).get("seq");
            for (var socket : List.of(ada, grace)) {
                var message = socket.await(event -> id.toString().equals(event.get("id"))
                        && event.get("type").equals("message"));
                assertThat(message)
                        .containsEntry("room", "general")
                        .containsEntry("seq", seq)
                        .containsEntry("text", "hello");
                assertThat((String) message.get("at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            }
        }
    }

    @Test
    void the_same_post_gets_the_same_answer_over_the_socket_and_over_http() {
        var person = Person.register(http(), "ada");
        try (var ada = person.connect()) {
            var id = ada.post("general", "once");
            var seq = ada.awaitAnswer(id).get("seq");
            var again = http().post(
                            "/api/rooms/general/messages",
                            "{\"id\":\"" + id + "\",\"text\":\"once\"}",
                            person.bearer());
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body()).containsEntry("type", "ack").containsEntry("seq", seq);
            var other = http().post(
                            "/api/rooms/general/messages",
                            "{\"id\":\"" + id + "\",\"text\":\"other\"}",
                            person.bearer());
            assertRefused(other, 409, "conflict", "id");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "general, '', empty, text",
        "general, '  \\n ', empty, text",
        "nowhere, hello, not-found, room",
        "general, 'a\\u0000b', malformed, text",
        "general, 'a\\ud800b', malformed, text",
    })
    void a_post_that_may_not_be_is_refused_and_the_socket_stays(String room, String text, String reason, String field) {
        try (var ada = member("ada")) {
            var id = ada.post(room, text);
            assertThat(ada.awaitAnswer(id))
                    .containsEntry("type", "refused")
                    .containsEntry("reason", reason)
                    .containsEntry("field", field);
            assertThat(ada.awaitAnswer(ada.post("general", "still here"))).containsEntry("type", "ack");
        }
    }

    @Test
    void a_text_may_have_4000_code_points_whatever_their_length_and_not_one_more() {
        try (var ada = member("ada")) {
            assertThat(ada.awaitAnswer(ada.post("general", "😀".repeat(4_000)))).containsEntry("type", "ack");
            assertThat(ada.awaitAnswer(ada.post("general", "x".repeat(4_001))))
                    .containsEntry("reason", "too-long")
                    .containsEntry("limit", 4_000L);
        }
    }

    @Test
    void history_is_paged_both_ways_without_a_gap() {
        var person = Person.register(http(), "ada");
        try (var ada = person.connect()) {
            ada.await("welcome");
            var ids = java.util.stream.IntStream.range(0, 25)
                    .mapToObj(n -> ada.post("general", "line " + n))
                    .toList();
            ids.forEach(ada::awaitAnswer);
            var latest = page(person, "limit=10");
            var older = page(person, "limit=10&before=" + latest.get(0).get("seq"));
            var newer =
                    page(person, "limit=10&after=" + older.get(older.size() - 1).get("seq"));
            assertThat(newer).isEqualTo(latest);
            assertThat(older).hasSize(10);
            assertThat(latest).extracting(message -> message.get("text")).endsWith("line 23", "line 24");
        }
    }

    @ParameterizedTest
    @CsvSource({"before=x, before", "after=-1, after", "limit=0, limit", "limit=201, limit"})
    void a_wrong_page_is_refused_with_its_field(String query, String field) {
        var ada = Person.register(http(), "ada");
        assertRefused(http().get("/api/rooms/general/messages?" + query, ada.bearer()), 400, "malformed", field);
    }

    @Test
    void a_room_that_does_not_exist_answers_so_on_every_way() {
        var ada = Person.register(http(), "ada");
        assertThat(http().get("/api/rooms/nowhere", ada.bearer()).status()).isEqualTo(404);
        assertThat(http().get("/api/rooms/nowhere/messages", ada.bearer()).status())
                .isEqualTo(404);
        var id = UuidCreator.getTimeOrderedEpoch();
        var posted = http().post("/api/rooms/nowhere/messages", "{\"id\":\"" + id + "\",\"text\":\"x\"}", ada.bearer());
        assertThat(posted.status()).isEqualTo(404);
    }

    private Socket member(String name) {
        var socket = Person.register(http(), name).connect();
        socket.await("welcome");
        socket.follow("general");
        return socket;
    }

    @SuppressWarnings("unchecked") // the answer's shape is the protocol's
    private List<Map<String, Object>> page(Person person, String query) {
        var answer = http().get("/api/rooms/general/messages?" + query, person.bearer());
        assertThat(answer.status()).isEqualTo(200);
        return (List<Map<String, Object>>) answer.body().get("messages");
    }
}
