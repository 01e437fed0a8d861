package chatterbox.conformance;

import com.github.f4b6a3.uuid.UuidCreator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ThreadsIT extends ServerTest {
    private static final String MESSAGES = "/api/rooms/general/messages";

    private Person ada;
    private Person grace;
    private long root;

    @BeforeEach
    void a_message_of_adas() {
        ada = Person.register(http(), "ada");
        grace = Person.register(http(), "grace");
        root = post(ada, "shall we?", "");
    }

    @Test
    void a_reply_is_read_in_its_thread_and_told_like_any_message() {
        try (var socket = ada.connect()) {
            socket.await("welcome");
            socket.send("{\"type\":\"follow\",\"room\":\"general\"}");
            socket.await("followed");
            var reply = post(grace, "let us", thread(root));
            var told = socket.await(event -> event.get("seq") != null
                    && event.get("type").equals("message")
                    && event.get("seq").equals(reply));
            assertThat(told).containsEntry("thread", root).doesNotContainKey("also");
            var shown = post(grace, "settled", thread(root) + ",\"also\":true");
            assertThat(numbers(get(MESSAGES + "?after=" + (root - 1)), "messages"))
                    .contains(root, shown)
                    .doesNotContain(reply);
            var thread = get(MESSAGES + "/" + root + "/thread");
            assertThat(numbers(thread, "messages")).containsExactly(reply, shown);
            assertThat(thread).containsEntry("following", true).containsEntry("upTo", root);
            assertThat(((Map<?, ?>) thread.get("root")).get("state").toString())
                    .contains("replies=2")
                    .contains(grace.username());
            assertThat(get(MESSAGES + "/" + root + "/thread?limit=1")).containsEntry("more", true);
        }
    }

    @Test
    void over_the_socket_one_posts_into_a_thread_and_reads_it() {
        try (var socket = ada.connect();
                var hers = grace.connect()) {
            socket.await("welcome");
            socket.send("{\"type\":\"follow\",\"user\":\"" + ada.username() + "\"}");
            socket.await("followed");
            hers.await("welcome");
            var id = UuidCreator.getTimeOrderedEpoch();
            hers.send("{\"type\":\"post\",\"id\":\"" + id + "\",\"room\":\"general\",\"text\":\"let us\"" + thread(root)
                    + "}");
            var reply = hers.await("ack").get("seq");
            var began = socket.await("thread");
            assertThat(began)
                    .containsEntry("root", root)
                    .containsEntry("following", true)
                    .containsEntry("upTo", root)
                    .containsEntry("unread", 1L);
            socket.send(
                    "{\"type\":\"read-thread\",\"room\":\"general\",\"thread\":" + root + ",\"upTo\":" + reply + "}");
            var read = socket.await(event ->
                    event.get("type").equals("thread") && event.get("upTo").equals(reply));
            assertThat(read).containsEntry("unread", 0L);
            socket.send("{\"type\":\"read-thread\",\"room\":\"nowhere\",\"thread\":1,\"upTo\":1}");
            assertThat(socket.await("refused")).containsEntry("reason", "not-found");
        }
    }

    @Test
    void the_list_has_what_one_follows_until_one_stops() {
        post(grace, "let us", thread(root));
        assertThat(followed().get("unread")).isEqualTo(1L);
        var reply = post(grace, "soon", thread(root));
        assertDone(change("PUT", MESSAGES + "/" + root + "/thread/read", "{\"upTo\":" + reply + "}"));
        assertThat(followed().get("unread")).isEqualTo(0L);
        for (int again = 0; again < 2; again++) {
            assertDone(change("DELETE", MESSAGES + "/" + root + "/thread/following", ""));
        }
        assertThat(get("/api/me/threads").get("threads")).isEqualTo(List.of());
        assertDone(change("PUT", MESSAGES + "/" + root + "/thread/following", ""));
        assertThat(followed().get("upTo")).isEqualTo(get("/api/rooms/general").get("head"));
    }

    @Test
    void nothing_hangs_under_a_reply_or_under_what_is_gone() {
        var reply = post(grace, "let us", thread(root));
        assertRefused(send(ada, "no", thread(reply)), 404, "not-found", "thread");
        assertDone(change("DELETE", MESSAGES + "/" + root, ""));
        assertRefused(send(grace, "no", thread(root)), 404, "not-found", "thread");
        var thread = get(MESSAGES + "/" + root + "/thread");
        assertThat(numbers(thread, "messages")).containsExactly(reply);
        assertThat(((Map<?, ?>) thread.get("root")).get("text")).isEqualTo("");
        assertRefused(http().get(MESSAGES + "/" + reply + "/thread", ada.bearer()), 404, "not-found", "seq");
        assertRefused(http().get("/api/me/threads?before=x", ada.bearer()), 400, "malformed", "before");
        assertRefused(
                http().get("/api/me/threads?before=9999-01-01T00:00:00Z/general/1", ada.bearer()),
                400,
                "malformed",
                "before");
    }

    private Map<?, ?> followed() {
        var threads = (List<?>) get("/api/me/threads").get("threads");
        assertThat(threads).hasSize(1);
        return (Map<?, ?>) threads.get(0);
    }

    private static String thread(long root) {
        return ",\"thread\":" + root;
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

    private Http.Answer change(String method, String path, String json) {
        return http().method(method, path, json, ada.bearer());
    }

    private Map<String, Object> get(String path) {
        var answer = http().get(path, ada.bearer());
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
        return answer.body();
    }

    private static List<Object> numbers(Map<String, Object> page, String field) {
        return ((List<?>) page.get(field))
                .stream()
                        .<Object>map(message -> ((Map<?, ?>) message).get("seq"))
                        .toList();
    }

    private static void assertDone(Http.Answer answer) {
        assertThat(answer.status()).as(answer.whole().body()).isEqualTo(204);
    }
}
