package chatterbox.origin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

import chatterbox.refusal.Reason;

import static chatterbox.origin.Requests.request;
import static chatterbox.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class OriginsTest {
    private final Origins byHost = origins(Map.of());
    private final Origins configured = origins(Map.of("CHATTERBOX_URL", "https://Chat.example:443/"));

    @ParameterizedTest
    @CsvSource({
        "http://chat.example, true, false",
        "https://chat.example, true, true", // tls may end at a proxy
        "HTTPS://Chat.Example, true, true",
        "http://chat.example:8080, false, false",
        "https://chat.example:8443, false, false",
        "https://chat.example.evil, false, false",
        "https://evil.example, false, false",
        "https://sub.chat.example, false, false",
        "https://chat.example@evil.example, false, false",
        "https://evil.example/chat.example, false, false",
        "chat.example, false, false",
        "//chat.example, false, false",
        "ftp://chat.example, false, false",
        "file://, false, false",
        "null, false, false",
        "'', false, false",
    })
    void an_origin_is_ours_when_it_is_our_host_or_the_configured_address(
            String origin, boolean ofHost, boolean ofSetting) {
        var request = request("POST", "/api/x").header("Origin", origin).build();
        assertThat(byHost.ours(request)).isEqualTo(ofHost);
        assertThat(byHost.foreign(request)).isNotEqualTo(ofHost);
        assertThat(configured.ours(request)).isEqualTo(ofSetting);
        assertThat(configured.foreign(request)).isNotEqualTo(ofSetting);
    }

    @Test
    void a_page_over_http_is_not_ours_when_we_are_asked_over_https() {
        var request = request("POST", "/api/x").https().header("Origin", "http://chat.example");
        assertThat(byHost.foreign(request.build())).isTrue();
    }

    @Test
    void two_origins_are_foreign_and_none_is_neither() {
        var two = request("POST", "/api/x")
                .header("Origin", "http://chat.example")
                .header("Origin", "http://chat.example");
        assertThat(byHost.foreign(two.build())).isTrue();
        var none = request("POST", "/api/x").build();
        assertThat(byHost.foreign(none)).isFalse();
        assertThat(byHost.ours(none)).isFalse();
    }

    @Test
    void our_own_page_shows_by_its_origin_or_by_our_header_but_never_against_its_origin() {
        byHost.requireOwnPage(
                request("POST", "/").header("Origin", "http://chat.example").build());
        byHost.requireOwnPage(request("POST", "/").header("X-Chatterbox", "1").build());
        assertRefused(
                Reason.FOREIGN_ORIGIN,
                () -> byHost.requireOwnPage(request("POST", "/").build()));
        var both = request("POST", "/").header("X-Chatterbox", "1").header("Origin", "null");
        assertRefused(Reason.FOREIGN_ORIGIN, () -> byHost.requireOwnPage(both.build()));
    }

    private static Origins origins(Map<String, String> environment) {
        var settings = Deployment.with(environment);
        return new Origins(settings, new ClientAddress(settings));
    }
}
