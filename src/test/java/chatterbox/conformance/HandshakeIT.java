package chatterbox.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

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
        var sockets = IntStream.range(0, 20).mapToObj(n -> ada.connect()).toList();
        sockets.forEach(socket -> socket.await("welcome"));
        assertThat(Socket.handshakeStatus(http(), "/ws?token=" + ada.token())).isEqualTo(429);
        sockets.forEach(Socket::close);
    }

    @Test
    void of_many_handshakes_at_the_same_moment_no_more_pass_than_may() {
        var ada = Person.register(http(), "ada");
        var sockets = IntStream.range(0, 60)
                .mapToObj(
                        n -> CompletableFuture.supplyAsync(() -> socketOrStatus(ada), work -> new Thread(work).start()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        var open = sockets.stream()
                .filter(Socket.class::isInstance)
                .map(Socket.class::cast)
                .toList();
        open.forEach(socket -> socket.await("welcome"));
        assertThat(open).hasSize(20);
        assertThat(sockets).filteredOn(Integer.valueOf(429)::equals).hasSize(40);
        open.forEach(Socket::close);
    }

    @Test
    void a_handshake_that_fails_takes_no_place() {
        var ada = Person.register(http(), "ada");
        for (int n = 0; n < 30; n++) {
            assertThat(http().get("/ws", ada.bearer()).status())
                    .isBetween(400, 499)
                    .isNotEqualTo(429);
        }
        var socket = ada.connect();
        socket.await("welcome");
        socket.close();
    }

    private static Object socketOrStatus(Person person) {
        try {
            return person.connect();
        } catch (IllegalStateException refused) {
            var why = (WebSocketHandshakeException) refused.getCause().getCause();
            return why.getResponse().statusCode();
        }
    }

    private int status(String... headers) {
        return Socket.handshakeStatus(http(), "/ws", headers);
    }

    private String ownOrigin() {
        return "http://" + http().base().getAuthority();
    }
}
