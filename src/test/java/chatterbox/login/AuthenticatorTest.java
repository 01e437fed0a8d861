package chatterbox.login;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

import chatterbox.account.AccountWorld;
import chatterbox.persistence.Engine;
import chatterbox.refusal.Reason;
import chatterbox.session.Ending;
import chatterbox.session.SignedIn;

import static chatterbox.origin.Requests.request;
import static chatterbox.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class AuthenticatorTest {
    private static final String COOKIE = "chatterbox-access";

    private AccountWorld world;
    private Authenticator authenticator;
    private SignedIn graces;

    @BeforeEach
    void open() {
        world = new AccountWorld(Engine.SQLITE);
        authenticator = Entrance.authenticator(world);
        world.administrators();
        graces = world.registerAndSignIn("grace");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_request_without_a_credential_comes_from_nobody() {
        var visitor = authenticator.visitor(request("GET", "/").build());
        assertThat(visitor.known()).isEmpty();
        assertRefused(Reason.SIGN_IN_AGAIN, visitor::caller);
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/me", "POST,/api/rooms/general/messages", "GET,/ws", "GET,/"})
    void a_bearer_token_counts_everywhere(String method, String path) {
        var request = request(method, path).bearer(graces.accessToken()).build();
        assertThat(authenticator.visitor(request).caller().username()).isEqualTo("grace");
        var lower = request(method, path)
                .header("Authorization", "bearer  " + graces.accessToken())
                .build();
        assertThat(authenticator.visitor(lower).caller().username()).isEqualTo("grace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/me", "/ws", "/", "/sign-in"})
    void a_bad_bearer_token_is_refused_everywhere_even_beside_a_good_cookie(String path) {
        for (var bad : new String[] {"", "nonsense", graces.refreshToken(), graces.accessToken() + "x"}) {
            var request = request("GET", path).bearer(bad).cookie(COOKIE, graces.accessToken());
            assertRefused(Reason.SIGN_IN_AGAIN, () -> authenticator.visitor(request.build()));
        }
        var two = request("GET", path).bearer(graces.accessToken()).bearer(graces.accessToken());
        assertRefused(Reason.SIGN_IN_AGAIN, () -> authenticator.visitor(two.build()));
    }

    @Test
    void another_scheme_is_not_for_us() {
        var request = request("GET", "/").header("Authorization", "Basic YWRhOmFkYQ==");
        assertThat(authenticator.visitor(request.build()).known()).isEmpty();
        request.cookie(COOKIE, graces.accessToken());
        assertThat(authenticator.visitor(request.build()).known()).isPresent();
    }

    @Test
    void a_token_in_the_address_counts_at_the_socket_only() {
        var socket = request("GET", "/ws").parameter("token", graces.accessToken());
        assertThat(authenticator.visitor(socket.build()).caller().username()).isEqualTo("grace");
        for (var path : new String[] {"/api/me", "/", "/ws/", "/ws/x", "/WS", "/api/ws"}) {
            var request = request("GET", path).parameter("token", graces.accessToken());
            assertThat(authenticator.visitor(request.build()).known()).isEmpty();
        }
        assertRefused(
                Reason.SIGN_IN_AGAIN,
                () -> authenticator.visitor(request("GET", "/ws")
                        .parameter("token", graces.refreshToken())
                        .build()));
    }

    @Test
    void a_cookie_counts_on_a_safe_request() {
        var request = request("GET", "/api/me").cookie(COOKIE, graces.accessToken());
        assertThat(authenticator.visitor(request.build()).caller().username()).isEqualTo("grace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "post", "MKCOL"})
    void a_cookie_on_an_unsafe_request_needs_our_page(String method) {
        var request = request(method, "/api/setup").cookie(COOKIE, graces.accessToken());
        var visitor = authenticator.visitor(request.build());
        assertThat(visitor.known()).isEmpty();
        assertRefused(Reason.FOREIGN_ORIGIN, visitor::caller);
        request.header("X-Chatterbox", "1");
        assertThat(authenticator.visitor(request.build()).known()).isPresent();
        var byOrigin = request(method, "/api/setup")
                .cookie(COOKIE, graces.accessToken())
                .header("Origin", "http://chat.example");
        assertThat(authenticator.visitor(byOrigin.build()).known()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://chat.example:1"})
    void a_foreign_origin_is_refused_on_every_unsafe_request_whatever_else_it_has(String origin) {
        for (var path : new String[] {"/api/login", "/api/register", "/api/rooms/general/messages"}) {
            var request = request("POST", path).header("Origin", origin).header("X-Chatterbox", "1");
            assertRefused(Reason.FOREIGN_ORIGIN, () -> authenticator.visitor(request.build()));
            request.cookie(COOKIE, graces.accessToken());
            assertRefused(Reason.FOREIGN_ORIGIN, () -> authenticator.visitor(request.build()));
            request.bearer(graces.accessToken());
            assertRefused(Reason.FOREIGN_ORIGIN, () -> authenticator.visitor(request.build()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://chat.example:1"})
    void a_foreign_page_opens_no_socket_and_reads_nothing_by_cookie(String origin) {
        for (var path : new String[] {"/ws", "/api/me"}) {
            var request =
                    request("GET", path).cookie(COOKIE, graces.accessToken()).header("Origin", origin);
            var visitor =
                    authenticator.visitor(request.header("X-Chatterbox", "1").build());
            assertThat(visitor.known()).isEmpty();
            assertRefused(Reason.FOREIGN_ORIGIN, visitor::caller);
        }
    }

    @Test
    void a_socket_by_cookie_needs_our_origin_and_the_header_does_not_replace_it() {
        for (var path : new String[] {"/ws", "/elsewhere"}) {
            var request = request("GET", path)
                    .header("Upgrade", "websocket")
                    .header("X-Chatterbox", "1")
                    .cookie(COOKIE, graces.accessToken());
            assertRefused(
                    Reason.FOREIGN_ORIGIN,
                    () -> authenticator.visitor(request.build()).caller());
            request.header("Origin", "http://chat.example");
            assertThat(authenticator.visitor(request.build()).caller().username())
                    .isEqualTo("grace");
        }
    }

    @Test
    void the_sockets_address_needs_our_origin_whatever_a_proxy_made_of_the_upgrade() {
        var request = request("GET", "/ws").header("X-Chatterbox", "1").cookie(COOKIE, graces.accessToken());
        assertRefused(
                Reason.FOREIGN_ORIGIN,
                () -> authenticator.visitor(request.build()).caller());
    }

    @Test
    void a_stale_cookie_leaves_the_visitor_unknown_so_that_signing_in_works() {
        world.clock.pass(Duration.ofMinutes(10));
        var request = request("GET", "/sign-in").cookie(COOKIE, graces.accessToken());
        var visitor = authenticator.visitor(request.build());
        assertThat(visitor.known()).isEmpty();
        assertRefused(Reason.SIGN_IN_AGAIN, visitor::caller);
    }

    @Test
    void the_refresh_cookie_signs_nobody_in() {
        var request = request("GET", "/api/me")
                .cookie("chatterbox-refresh", graces.refreshToken())
                .cookie("chatterbox-refresh", graces.accessToken());
        assertThat(authenticator.visitor(request.build()).known()).isEmpty();
        var swapped = request("GET", "/api/me").cookie(COOKIE, graces.refreshToken());
        assertRefused(
                Reason.SIGN_IN_AGAIN,
                () -> authenticator.visitor(swapped.build()).caller());
    }

    @Test
    void a_ban_counts_for_every_credential_at_once() {
        world.bans.ban("grace");
        var bearer = request("GET", "/api/me").bearer(graces.accessToken());
        assertRefused(Reason.BANNED, () -> authenticator.visitor(bearer.build()));
        var socket = request("GET", "/ws").parameter("token", graces.accessToken());
        assertRefused(Reason.BANNED, () -> authenticator.visitor(socket.build()));
        var cookie = request("GET", "/api/me").cookie(COOKIE, graces.accessToken());
        assertRefused(Reason.BANNED, () -> authenticator.visitor(cookie.build()).caller());
        assertRefused(Reason.BANNED, () -> authenticator.caller(graces.accessToken()));
    }

    @Test
    void a_session_that_ended_counts_for_no_credential() {
        world.sessions.endAll("grace", Ending.SIGNED_OUT);
        var bearer = request("GET", "/api/me").bearer(graces.accessToken());
        assertRefused(Reason.SIGN_IN_AGAIN, () -> authenticator.visitor(bearer.build()));
        var cookie = request("GET", "/api/me").cookie(COOKIE, graces.accessToken());
        assertThat(authenticator.visitor(cookie.build()).known()).isEmpty();
    }

    @Test
    void over_https_only_the_cookie_counts_that_nobody_else_can_set() {
        var plain = request("GET", "/api/me").https().cookie(COOKIE, graces.accessToken());
        assertThat(authenticator.visitor(plain.build()).known()).isEmpty();
        var host = request("GET", "/api/me").https().cookie("__Host-" + COOKIE, graces.accessToken());
        assertThat(authenticator.visitor(host.build()).known()).isPresent();
    }
}
