package chatterbox.http;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemTest {
    @Test
    void a_refusal_is_told_in_codes_and_parameters() throws Exception {
        var exchange = sent(Refusal.of(Reason.TOO_LONG).at("text").with("limit", 4000));
        assertThat(exchange.status).isEqualTo(422);
        assertThat(exchange.headers).containsEntry("Content-Type", "application/problem+json");
        assertThat(exchange.text())
                .isEqualTo("{\"type\":\"urn:chatterbox:refusal:too-long\",\"title\":\"too-long\",\"status\":422,"
                        + "\"reason\":\"too-long\",\"field\":\"text\",\"limit\":4000}");
    }

    @Test
    void whoever_has_to_wait_is_told_how_long_in_whole_seconds_too() throws Exception {
        var exchange = sent(Refusal.of(Reason.TOO_FAST).retryAfter(Duration.ofMillis(1001)));
        assertThat(exchange.headers).containsEntry("Retry-After", "2");
        assertThat(exchange.text()).contains("\"retryAfterMs\":1001");
        assertThat(sent(Refusal.of(Reason.BUSY)).headers).doesNotContainKey("Retry-After");
    }

    @Test
    void every_reason_can_be_sent() throws Exception {
        for (var reason : Reason.values()) {
            var exchange = sent(Refusal.of(reason));
            assertThat(exchange.status).isEqualTo(reason.status()).isBetween(400, 599);
            assertThat(exchange.text()).contains("\"reason\":\"" + reason.code() + "\"");
        }
    }

    @Test
    void a_servers_own_status_has_a_reason_unless_it_is_a_fault() {
        assertThat(Failures.reason(404)).contains(Reason.NOT_FOUND);
        assertThat(Failures.reason(418)).contains(Reason.MALFORMED);
        assertThat(Failures.reason(503)).contains(Reason.BUSY);
        assertThat(Failures.reason(500)).isEmpty();
    }

    private static Exchange sent(Refusal refusal) throws Exception {
        var exchange = new Exchange("GET", "/");
        Problem.send(refusal, exchange.response());
        return exchange;
    }
}
