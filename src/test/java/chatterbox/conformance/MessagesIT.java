package chatterbox.conformance;

import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesIT extends ServerTest {
    private static final String MESSAGES = "/api/rooms/general/messages";

    private Person ada;
    private Person grace;

    @BeforeEach
    void twoPeople() {
        ada = Person.register(http(), "ada");
        grace = Person.register(http(), "grace");
    }

    @Test
    void an_edit_reaches_everybody_and_done_again_adds_nothing() {
        var seq = post(ada, "helo", "");
        try (var socket = follower(grace)) {
            for (int again = 0; again < 2; again++) {
                assertDone(change(ada, "PATCH", at(seq), "{\"text\":\"hello\"}"));
            }
            assertDone(change(grace, "PUT", at(seq) + "/pin", ""));
            var edited = await(socket, "edited", seq);
            assertThat(edited).containsEntry("text", "hello");
            assertThat(await(socket, "pinned", seq)).containsEntry("on", true).containsEntry("by", grace.username());
        }
        var message = http().get(at(seq), grace.bearer()).body();
        assertThat(message).containsEntry("text", "hello");
        assertThat(((Map<?, ?>) message.get("state")).keySet().toString()).isEqualTo("[editedAt, pinnedBy]");
        assertThat(list(http().get(at(seq) + "/edits", grace.bearer()), "edits"))
                .extracting(edit -> edit.get("text"))
                .containsExactly("helo", "hello");
        assertThat(list(http().get("/api/rooms/general/pins", grace.bearer()), "messages"))
                .contains(message);
        assertRefused(change(grace, "PATCH", at(seq), "{\"text\":\"mine\"}"), 403, "forbidden", null);
        assertRefused(change(ada, "PATCH", at(seq), "{\"text\":\" \"}"), 422, "empty", "text");
    }

    @Test
    void a_deleted_message_is_empty_for_everybody_and_for_whoever_resumes() {
        var secret = "secret" + UuidCreator.getTimeOrderedEpoch().toString().replace("-", "");
        var seq = post(ada, secret, "");
        assertDone(change(ada, "PATCH", at(seq), "{\"text\":\"" + secret + " again\"}"));
        assertRefused(change(grace, "DELETE", at(seq), ""), 403, "forbidden", null);
        for (int again = 0; again < 2; again++) {
            assertDone(change(ada, "DELETE", at(seq), ""));
        }
        try (var socket = grace.connect()) {
            socket.await("welcome");
            socket.send("{\"type\":\"follow\",\"room\":\"general\",\"after\":" + (seq - 1) + "}");
            var told = socket.await(event ->
                    event.get("type").equals("message") && event.get("seq").equals(seq));
            assertThat(told).containsEntry("text", "");
            assertThat(await(socket, "edited", seq)).containsEntry("text", "");
            assertThat(await(socket, "deleted", seq)).containsEntry("by", ada.username());
        }
        assertThat(http().get(MESSAGES, grace.bearer()).whole().body()).doesNotContain(secret);
        assertThat((List<?>) search(grace, secret).get("hits")).isEmpty();
        assertRefused(change(ada, "PATCH", at(seq), "{\"text\":\"back\"}"), 404, "not-found", "seq");
    }

    @Test
    void reactions_are_seen_by_everybody_and_only_emoji_are_any() {
        var seq = post(ada, "hello", "");
        var thumb = at(seq) + "/reactions/" + URLEncoder.encode("👍🏽", StandardCharsets.UTF_8);
        try (var socket = follower(ada)) {
            assertDone(change(grace, "PUT", thumb, ""));
            assertThat(await(socket, "reacted", seq))
                    .containsEntry("emoji", "👍🏽")
                    .containsEntry("username", grace.username())
                    .containsEntry("on", true);
        }
        var state = (Map<?, ?>) http().get(at(seq), ada.bearer()).body().get("state");
        assertThat(state.get("reactions").toString()).contains("👍🏽").contains(grace.username());
        assertDone(change(grace, "DELETE", thumb, ""));
        assertThat(http().get(at(seq), ada.bearer()).body()).doesNotContainKey("state");
        assertRefused(change(grace, "PUT", at(seq) + "/reactions/yes", ""), 400, "malformed", "emoji");
    }

    @Test
    void a_reply_names_its_original_and_people_and_a_page_around_it_quotes() {
        var original = post(ada, "the original", "");
        var reply = post(grace, "@" + ada.username() + " indeed", ",\"replyTo\":" + original);
        var page = http().get(MESSAGES + "?around=" + reply + "&limit=1", ada.bearer())
                .body();
        assertThat(page).containsEntry("more", true).containsEntry("moreAfter", false);
        var message = (Map<?, ?>) ((List<?>) page.get("messages")).get(0);
        assertThat(message.get("replyTo")).isEqualTo(original);
        assertThat(message.get("mentions")).isEqualTo(List.of(ada.username()));
        assertThat(page.get("quoted").toString()).contains("the original");
        assertRefused(send(grace, "hm", ",\"replyTo\":999999999"), 404, "not-found", "replyTo");
    }

    @Test
    void words_are_found_with_their_places_by_members_alone() {
        var word = "word" + UuidCreator.getTimeOrderedEpoch().toString().replace("-", "");
        var seq = post(ada, "日本語 and " + word, "");
        var found = search(grace, word.substring(0, 20));
        assertThat(found).containsEntry("more", false);
        var hit = (Map<?, ?>) ((List<?>) found.get("hits")).get(0);
        assertThat(((Map<?, ?>) hit.get("message")).get("seq")).isEqualTo(seq);
        assertThat(hit.get("marks")).isEqualTo(List.of(List.of(8L, 8L + word.length())));
        assertThat((List<?>) search(grace, word + " 本語 from:" + ada.username() + " in:general")
                        .get("hits"))
                .hasSize(1);
        assertThat((List<?>) search(grace, word + " from:" + grace.username()).get("hits"))
                .isEmpty();
        assertRefused(http().get("/api/search", ada.bearer()), 400, "missing", "q");
    }

    @SuppressWarnings("unchecked") // arrays of objects, by the protocol
    private static List<Map<String, Object>> list(Http.Answer answer, String field) {
        return (List<Map<String, Object>>) answer.body().get(field);
    }

    private long post(Person author, String text, String more) {
        var answer = send(author, text, more);
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
        return (long) answer.body().get("seq");
    }

    private Http.Answer send(Person author, String text, String more) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return http().post(MESSAGES, "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"" + more + "}", author.bearer());
    }

    private Http.Answer change(Person who, String method, String path, String json) {
        return http().method(method, path, json, who.bearer());
    }

    private Map<String, Object> search(Person who, String q) {
        var answer = http().get("/api/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8), who.bearer());
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
        return answer.body();
    }

    private static Socket follower(Person person) {
        var socket = person.connect();
        socket.await("welcome");
        socket.send("{\"type\":\"follow\",\"room\":\"general\"}");
        socket.await("followed");
        return socket;
    }

    private static Map<String, Object> await(Socket socket, String type, long message) {
        return socket.await(
                event -> event.get("type").equals(type) && event.get("message").equals(message));
    }

    private static String at(long seq) {
        return MESSAGES + "/" + seq;
    }

    private static void assertDone(Http.Answer answer) {
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(204);
    }
}
