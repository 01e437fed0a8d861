package chatterbox.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HandshakeIT extends ServerTest {

    @Test
    void a_token_opens_the_socket_in_the_address_or_in_the_header() {
        var ada = Person.register(http(), "ada");
        try (var byAddress = ada.connect();
                var byHeader = Socket.open(http(), "/ws", ada.bearer())) {
            assertThat(byAddress.await("welcome").get("protocol")).isEqualTo(1L);
            assertThat(byHeader.await("welcome").get("protocol")).isEqualTo(1L);
        }
    }

    @Test
    void a_cookie_opens_the_socket_only_with_our_own_origin() {
        var ada = Person.register(http(), "ada");
        var cookie = ada.signIn().cookie("chatterbox-access");
        assertThat(status("Cookie", cookie, "Origin", ownOrigin())).isEqualTo(101);
        assertThat(status("Cookie", cookie, "Origin", "https://evil.example")).isEqualTo(403);
        assertThat(status("Cookie", cookie, "Origin", "null")).isEqualTo(403);
        assertThat(status("Cookie", cookie)).isEqualTo(403);
        assertThat(status("Cookie", cookie, "X-Chatterbox", "1")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no.token.atall",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AAAA",
            })
    void a_bad_token_is_refused_before_the_upgrade(String token) {
        assertThat(Socket.handshakeStatus(http(), "/ws?token=" + token)).isEqualTo(401);
        assertThat(status("Authorization", "Bearer " + token + "x")).isEqualTo(401);
    }

    @Test
    void nobody_gets_in_without_credentials() {
        assertThat(status()).isEqualTo(401);
        assertThat(status("Origin", ownOrigin())).isEqualTo(401);
        assertThat(status("Origin", "https://evil.example")).isBetween(401, 403);
    }

    @Test
    void one_account_may_hold_twenty_sockets_and_not_one_more() {
        var ada = Person.register(http(), "ada");
        var sockets = java.util.stream.IntStream.range(0, 20)
                .mapToObj(n -> ada.connect())
                .toList();
        sockets.forEach(socket -> socket.await("welcome"));
        assertThat(Socket.handshakeStatus(http(), "/ws?token=" + ada.token())).isEqualTo(429);
        sockets.forEach(Socket::close);
    }

    private int status(String... headers) {
        return Socket.handshakeStatus(http(), "/ws", headers);
    }

    private String ownOrigin() {
        return "http://" + http().base().getAuthority();
    }
}
