package chatterbox.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class SignInIT extends ServerTest {
    private static final String ACCESS = "chatterbox-access";
    private static final String REFRESH = "chatterbox-refresh";

    @Test
    void registering_signs_in() {
        var ada = Person.register(http(), "ada");
        assertThat(ada.signIn().body().get("expiresIn")).isEqualTo(600L);
        var me = http().get("/api/me", ada.bearer());
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.text("username")).isEqualTo(ada.username());
        assertThat(me.text("role")).isEqualTo("member");
    }

    @Test
    void the_name_is_taken_whatever_its_case() {
        var ada = Person.register(http(), "ada");
        var again =
                http().post("/api/register", Person.credentials(ada.username().toUpperCase(), Person.PASSWORD));
        assertRefused(again, 409, "name-taken", "username");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"username\":\"ada lovelace\",\"password\":\"correct horse battery\"}', 422, name-invalid, username",
        "'{\"username\":\"api\",\"password\":\"correct horse battery\"}', 422, name-reserved, username",
        "'{\"username\":\"valid.name\",\"password\":\"short\"}', 422, too-short, password",
        "'{\"username\":\"valid.name\",\"password\":\"password1\"}', 422, weak-password, password",
        "'{\"username\":\"valid.name\"}', 400, missing, password",
        "'{\"username\":[1],\"password\":\"correct horse battery\"}', 400, malformed, username",
    })
    void a_wrong_registration_is_refused_with_field_and_reason(String body, int status, String reason, String field) {
        assertRefused(http().post("/api/register", body), status, reason, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "{\"username\":\"a\",\"username\":\"b\"}", "{} trailing"})
    void what_is_no_json_is_refused_as_such(String body) {
        var answer = http().post("/api/login", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("reason")).isEqualTo("not-json");
    }

    @Test
    void a_body_that_is_too_large_or_of_another_type_is_refused() {
        var large = http().post("/api/login", "{\"username\":\"" + "x".repeat(70_000) + "\"}");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text("reason")).isEqualTo("too-large");
        var form = http().send(http().request("/api/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("username=ada")));
        assertThat(form.status()).isEqualTo(415);
        assertThat(form.text("reason")).isEqualTo("unsupported-media-type");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_very_same_answer() {
        var ada = Person.register(http(), "ada");
        var wrong = http().post("/api/login", Person.credentials(ada.username(), "not the password"));
        var unknown = http().post("/api/login", Person.credentials("nobody." + ada.username(), "not the password"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("reason")).isEqualTo("wrong-credentials");
        assertThat(wrong.whole().body()).isEqualTo(unknown.whole().body());
        assertThat(wrong.status()).isEqualTo(unknown.status());
    }

    @Test
    void guessing_is_slowed_and_never_locks_out_for_good() {
        var ada = Person.register(http(), "ada");
        Http.Answer answer = null;
        for (int guess = 0; guess < 8; guess++) {
            answer = http().post("/api/login", Person.credentials(ada.username(), "guess number " + guess));
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text("reason")).isEqualTo("too-fast");
        assertThat((Long) answer.body().get("retryAfterMs")).isBetween(1L, 60_000L);
        assertThat(answer.whole().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void nothing_is_open_to_whom_nobody_knows() {
        for (var path : List.of("/api/me", "/api/rooms", "/api/rooms/general", "/api/rooms/general/messages", "/ws")) {
            var answer = http().get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.text("reason")).as(path).isEqualTo("sign-in-again");
        }
        assertThat(http().get("/api").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/;/me",
                "/api/..;/api/me",
                "/api//me",
                "/API/me",
                "/api/%6de",
                "/api/me;x=1",
                "/sign-in/..;/api/me",
                "/assets/..%2f..%2fapi/me",
                "/api/./me",
                "/ws;x=1",
                "/%77s",
                "//ws",
                "/assets/../api/me"
            })
    void no_spelling_of_a_path_gets_around_the_authenticator(String path) {
        var answer = http().get(path);
        assertThat(answer.status()).as(answer.whole().body()).isNotIn(200, 101).isLessThan(500);
        assertThat(answer.whole().body()).doesNotContain("displayName");
    }

    @Test
    void a_browser_stays_signed_in_by_its_cookies_alone() {
        var ada = Person.register(http(), "ada");
        var me = http().get("/api/me", "Cookie", ada.signIn().cookie(ACCESS));
        assertThat(me.status()).isEqualTo(200);
        var refreshed = http().post("/api/refresh", "", "Cookie", ada.signIn().cookie(REFRESH), "X-Chatterbox", "1");
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(http().get("/api/me", "Cookie", refreshed.cookie(ACCESS)).status())
                .isEqualTo(200);
    }

    @Test
    void cookies_are_out_of_reach_for_scripts_and_other_sites() {
        var cookies = Person.register(http(), "ada").signIn().whole().headers().allValues("Set-Cookie");
        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("HttpOnly")
                        .contains("SameSite=Strict")
                        .contains("Path=/"));
    }

    @Test
    void a_cookie_alone_changes_nothing_without_our_header_or_origin() {
        var ada = Person.register(http(), "ada");
        var cookie = ada.signIn().cookie(ACCESS);
        var body = "{\"id\":\"0192f0c1-2345-7abc-8def-0123456789ab\",\"text\":\"forged\"}";
        var bare = http().post("/api/rooms/general/messages", body, "Cookie", cookie);
        assertRefused(bare, 403, "foreign-origin", null);
        assertThat(http().post("/api/refresh", "", "Cookie", ada.signIn().cookie(REFRESH))
                        .status())
                .isEqualTo(403);
        var foreign = http().post("/api/logout", "", "Cookie", cookie, "Origin", "https://evil.example");
        assertRefused(foreign, 403, "foreign-origin", null);
        var foreignWithHeader =
                http().post("/api/logout", "", "Cookie", cookie, "Origin", "https://evil.example", "X-Chatterbox", "1");
        assertRefused(foreignWithHeader, 403, "foreign-origin", null);
        assertThat(http().get("/api/me", "Cookie", cookie).status()).isEqualTo(200);
        assertThat(http().post("/api/logout", "", "Cookie", cookie, "X-Chatterbox", "1")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void after_signing_out_neither_token_nor_cookie_works() {
        var ada = Person.register(http(), "ada");
        assertThat(http().post("/api/logout", "", ada.bearer()).status()).isEqualTo(204);
        assertThat(http().get("/api/me", ada.bearer()).status()).isEqualTo(401);
        assertThat(http().get("/api/me", "Cookie", ada.signIn().cookie(ACCESS)).status())
                .isEqualTo(401);
        var refreshed = http().post("/api/refresh", "", "Cookie", ada.signIn().cookie(REFRESH), "X-Chatterbox", "1");
        assertThat(refreshed.status()).isEqualTo(401);
        assertThat(Socket.handshakeStatus(http(), "/ws?token=" + ada.token())).isEqualTo(401);
    }

    @Test
    void a_refresh_token_is_no_access_token() {
        var ada = Person.register(http(), "ada");
        var refresh = ada.signIn().cookie(REFRESH).split("=", 2)[1];
        assertThat(http().get("/api/me", "Authorization", "Bearer " + refresh).status())
                .isEqualTo(401);
        assertThat(http().get("/api/me", "Cookie", ada.signIn().cookie(REFRESH)).status())
                .isEqualTo(401);
        assertThat(Socket.handshakeStatus(http(), "/ws?token=" + refresh)).isEqualTo(401);
    }

    @Test
    void two_tabs_that_refresh_at_once_get_the_same_successor() {
        var ada = Person.register(http(), "ada");
        var first = http().post("/api/refresh", "", "Cookie", ada.signIn().cookie(REFRESH), "X-Chatterbox", "1");
        var second = http().post("/api/refresh", "", "Cookie", ada.signIn().cookie(REFRESH), "X-Chatterbox", "1");
        assertThat(second.cookie(REFRESH)).isEqualTo(first.cookie(REFRESH));
    }

    @Test
    void a_stolen_refresh_token_ends_the_whole_family_and_its_sockets() {
        var ada = Person.register(http(), "ada");
        try (var socket = ada.connect()) {
            socket.await("welcome");
            var second = refresh(ada.signIn());
            var third = refresh(second);
            var stolen = http().post("/api/refresh", "", "Cookie", ada.signIn().cookie(REFRESH), "X-Chatterbox", "1");
            assertThat(stolen.status()).isEqualTo(401);
            assertThat(socket.awaitClose()).isEqualTo(4401);
            assertThat(http().get("/api/me", "Cookie", third.cookie(ACCESS)).status())
                    .isEqualTo(401);
            assertThat(http().post("/api/refresh", "", "Cookie", third.cookie(REFRESH), "X-Chatterbox", "1")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void every_answer_carries_the_security_headers() {
        for (var path : List.of("/", "/sign-in", "/api", "/api/me", "/no-such-page")) {
            var headers = http().get(path).whole().headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'")
                    .contains("object-src 'none'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("X-Powered-By")).as(path).isEmpty();
        }
    }

    private Http.Answer refresh(Http.Answer before) {
        var answer = http().post("/api/refresh", "", "Cookie", before.cookie(REFRESH), "X-Chatterbox", "1");
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }
}
