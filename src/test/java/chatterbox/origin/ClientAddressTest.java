package chatterbox.origin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

import static chatterbox.origin.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClientAddressTest {
    private final ClientAddress direct = new ClientAddress(Deployment.with(Map.of()));
    private final ClientAddress proxied =
            new ClientAddress(Deployment.with(Map.of("CHATTERBOX_PROXIES", "10.0.0.1, 10.0.0.2, ::1")));

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 203.0.113.7, 192.0.2.1", // not a proxy of ours
        "10.0.0.1, 203.0.113.7, 203.0.113.7",
        "10.0.0.1, '6.6.6.6, 203.0.113.7', 203.0.113.7", // the left one was sent by the client
        "10.0.0.1, '6.6.6.6, 203.0.113.7, 10.0.0.2', 203.0.113.7",
        "10.0.0.1, '203.0.113.7 ,10.0.0.2 ', 203.0.113.7",
        "10.0.0.1, '10.0.0.2', 10.0.0.2",
        "10.0.0.1, '6.6.6.6, garbage', 10.0.0.1",
        "10.0.0.1, '6.6.6.6, ', 10.0.0.1",
        "10.0.0.1, '6.6.6.6, localhost', 10.0.0.1", // names are not looked up
        "10.0.0.1, '6.6.6.6, 1.2.3.4.5', 10.0.0.1",
        "10.0.0.1, '6.6.6.6, 256.1.1.1', 10.0.0.1",
        "10.0.0.1, '6.6.6.6, dead.beef', 10.0.0.1",
        "10.0.0.1, '203.0.113.7:4711', 203.0.113.7",
        "10.0.0.1, '[2001:db8::7]:4711', 2001:db8:0:0:0:0:0:7",
        "10.0.0.1, '2001:db8::7', 2001:db8:0:0:0:0:0:7",
        "10.0.0.1, '::ffff:203.0.113.7', 203.0.113.7",
        "0:0:0:0:0:0:0:1, 203.0.113.7, 203.0.113.7", // another form of a proxy's address
    })
    void the_client_is_the_last_that_is_no_proxy_of_ours(String nearest, String forwarded, String client) {
        var request = request("GET", "/").from(nearest).header("X-Forwarded-For", forwarded);
        assertThat(proxied.of(request.build())).isEqualTo(client);
    }

    @Test
    void several_headers_are_one_list() {
        var request = request("GET", "/")
                .from("10.0.0.1")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-For", "203.0.113.7");
        assertThat(proxied.of(request.build())).isEqualTo("203.0.113.7");
        assertThat(proxied.of(request("GET", "/").from("10.0.0.1").build())).isEqualTo("10.0.0.1");
    }

    @Test
    void without_proxies_nobody_is_believed() {
        var request = request("GET", "/")
                .from("10.0.0.1")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "https");
        assertThat(direct.of(request.build())).isEqualTo("10.0.0.1");
        assertThat(direct.https(request.build())).isFalse();
    }

    @Test
    void https_is_what_the_server_a_proxy_of_ours_or_the_setting_says() {
        var forwarded = request("GET", "/").header("X-Forwarded-Proto", "https");
        assertThat(direct.https(request("GET", "/").https().build())).isTrue();
        assertThat(proxied.https(forwarded.build())).isFalse();
        assertThat(proxied.https(forwarded.from("10.0.0.1").build())).isTrue();
        assertThat(proxied.https(request("GET", "/").from("10.0.0.1").build())).isFalse();
        var configured = new ClientAddress(Deployment.with(Map.of("CHATTERBOX_URL", "https://chat.example")));
        assertThat(configured.https(request("GET", "/").build())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0", "10.0.0.0/8", "localhost"})
    void a_proxy_that_is_no_address_refuses_to_start(String proxy) {
        var settings = Deployment.with(Map.of("CHATTERBOX_PROXIES", proxy));
        assertThatThrownBy(() -> new ClientAddress(settings)).hasMessageContaining("CHATTERBOX_PROXIES");
    }
}
