package chatterbox.login;

import org.junit.jupiter.api.Test;

import java.util.List;

import chatterbox.account.AccountWorld;
import chatterbox.persistence.Engine;
import chatterbox.session.SignedIn;

import static chatterbox.origin.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

class CookiesTest {
    private static final SignedIn TOKENS = new SignedIn(null, "access", "refresh");

    @Test
    void cookies_are_for_the_server_only_and_over_https_for_this_host_only() {
        try (var world = new AccountWorld(Engine.SQLITE)) {
            var cookies = Entrance.cookies(world);
            assertThat(cookies.keep(TOKENS, request("POST", "/").build()))
                    .isEqualTo(List.of(
                            "chatterbox-access=access; Path=/; Max-Age=600; HttpOnly; SameSite=Strict",
                            "chatterbox-refresh=refresh; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict"));
            assertThat(cookies.keep(TOKENS, request("POST", "/").https().build()))
                    .isEqualTo(List.of(
                            "__Host-chatterbox-access=access; Path=/; Max-Age=600; HttpOnly; SameSite=Strict; Secure",
                            "__Host-chatterbox-refresh=refresh; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict;"
                                    + " Secure"));
        }
    }

    @Test
    void signing_out_takes_both_away() {
        try (var world = new AccountWorld(Engine.SQLITE)) {
            assertThat(Entrance.cookies(world).forget(request("POST", "/").build()))
                    .isEqualTo(List.of(
                            "chatterbox-access=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict",
                            "chatterbox-refresh=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"));
        }
    }
}
