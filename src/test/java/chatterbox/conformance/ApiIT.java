package chatterbox.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;

import chatterbox.server.WarContainer;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers are written, and bodies read, by our own codec: byte for byte the same on every server. */
class ApiIT extends ServerTest {
    private static final Pattern STATUS = Pattern.compile(
            "\\{\"name\":\"Chatterbox\",\"version\":\"[0-9.]+\",\"protocol\":1,\"status\":\"ok\",\"setup\":(true|false)}");

    /** EclipseLink is another matter: Open Liberty takes its own. */
    @Test
    void json_is_the_affair_of_the_wars_own_library() {
        assertThat(WarContainer.server().log())
                .containsPattern("Libraries: JSON jackson-core-2\\S+\\.jar, JPA \\S+\\.jar");
    }

    @Test
    void the_status_is_the_same_line_everywhere() {
        var answer = http().get("/api").whole();
        assertThat(answer.body()).matches(STATUS);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void fields_come_in_their_order_and_what_is_absent_is_left_out() {
        var ada = Person.register(http(), "ada");
        assertThat(http().get("/api/me", ada.bearer()).whole().body())
                .isEqualTo("{\"username\":\"%1$s\",\"displayName\":\"%1$s\",\"role\":\"member\"}"
                        .formatted(ada.username()));
        assertThat(http().get("/api/me").whole().body())
                .isEqualTo("{\"type\":\"urn:chatterbox:refusal:sign-in-again\",\"title\":\"sign-in-again\","
                        + "\"status\":401,\"reason\":\"sign-in-again\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /api/no-such-thing | | 404 | not-found",
                "POST | /api/no/such/thing | {} | 404 | not-found",
                "GET | /no-such-page | | 404 | not-found",
                "DELETE | /api/login | | 405 | method-not-allowed",
                "POST | /api/me | {} | 405 | method-not-allowed",
                "POST | / | {} | 405 | method-not-allowed",
                "POST | /api/rooms/general/messages | {\"id\":1,\"id\":1} | 400 | not-json",
                "POST | /api/rooms/general/messages | {\"a\":{\"b\":1,\"b\":2}} | 400 | not-json",
                "POST | /api/rooms/general/messages | {'id':1} | 400 | not-json",
                "POST | /api/rooms/general/messages | {\"id\":NaN} | 400 | not-json",
                "POST | /api/rooms/general/messages | [] | 400 | malformed",
                "PUT | /api/accounts/ada/role | {\"role\":\"admin\"} | 403 | forbidden"
            })
    void every_no_is_a_problem_of_our_own(String method, String path, String body, int status, String reason) {
        var ada = Person.register(http(), "ada");
        var answer = http().method(method, path, body == null ? "" : body, ada.bearer());
        assertProblem(answer, status, reason);
    }

    @Test
    void a_method_that_is_not_taken_is_told_the_others() {
        var answer = http().get("/api/login");
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.whole().headers().firstValue("Allow").orElse("")).contains("POST");
    }

    @Test
    void only_json_is_spoken() {
        assertProblem(http().get("/api", "Accept", "text/html"), 406, "not-acceptable");
        assertThat(http().get("/api", "Accept", "text/html, */*;q=0.1").status())
                .isEqualTo(200);
        for (var type : new String[] {"text/plain", "application/xml", "application/x-www-form-urlencoded"}) {
            var answer = http().send(http().request("/api/login", "Content-Type", type)
                    .POST(BodyPublishers.ofString("{\"username\":\"ada\",\"password\":\"x\"}")));
            assertProblem(answer, 415, "unsupported-media-type");
        }
        var untyped = http().send(http().request("/api/login").POST(BodyPublishers.ofString("{}")));
        assertProblem(untyped, 415, "unsupported-media-type");
    }

    private static void assertProblem(Http.Answer answer, int status, String reason) {
        assertRefused(answer, status, reason, answer.text("field"));
        assertThat(answer.whole().body())
                .startsWith(
                        "{\"type\":\"urn:chatterbox:refusal:%1$s\",\"title\":\"%1$s\",\"status\":%2$d,\"reason\":\"%1$s\""
                                .formatted(reason, status));
    }
}
