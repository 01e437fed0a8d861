package chatterbox.conformance;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import java.nio.file.Files;
import java.nio.file.Path;

import chatterbox.server.WarContainer;

import static org.assertj.core.api.Assertions.assertThat;

/** In order, since a server's first administrator comes once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RolesIT extends ServerTest {
    private static Person admin;

    @Test
    @Order(1)
    void the_setup_code_makes_the_first_administrator_and_the_route_is_gone() throws Exception {
        var code = Files.readString(setupCode()).strip();
        admin = Person.register(http(), "boss");
        assertThat(http().get("/api").body()).containsEntry("setup", true);
        assertRefused(setup(admin, "AAAAA-BBBBB-CCCCC-DDDDD"), 403, "wrong-code", "code");
        try (var socket = admin.connect()) {
            socket.send("{\"type\":\"follow\",\"user\":\"" + admin.username() + "\"}");
            socket.await("followed");
            assertThat(setup(admin, code).body()).containsEntry("role", "admin");
            assertThat(socket.await("role")).containsEntry("role", "admin").containsEntry("user", admin.username());
        }
        assertThat(setup(Person.register(http(), "late"), code).status()).isEqualTo(404);
        assertThat(http().get("/api").body()).containsEntry("setup", false);
        assertThat(setupCode()).doesNotExist();
    }

    @Test
    @Order(2)
    void only_an_administrator_changes_roles_and_bans() {
        var ada = Person.register(http(), "ada");
        assertRefused(role(ada, ada, "admin"), 403, "forbidden", null);
        assertRefused(ban(ada, admin), 403, "forbidden", null);
        assertThat(role(admin, ada, "moderator").status()).isEqualTo(204);
        assertThat(http().get("/api/me", ada.bearer()).text("role")).isEqualTo("moderator");
    }

    @Test
    @Order(3)
    void whoever_is_demoted_is_cut_within_a_second_and_signs_in_again() {
        var ada = Person.register(http(), "ada");
        assertThat(role(admin, ada, "moderator").status()).isEqualTo(204);
        try (var socket = ada.connect()) {
            socket.await("welcome");
            var before = System.nanoTime();
            assertThat(role(admin, ada, "member").status()).isEqualTo(204);
            assertThat(socket.awaitClose()).isEqualTo(4401);
            assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
        }
        assertThat(Socket.handshakeStatus(http(), "/ws?token=" + ada.token())).isEqualTo(401);
        assertThat(http().get("/api/me", ada.signInAgain().bearer()).text("role"))
                .isEqualTo("member");
    }

    @Test
    @Order(4)
    void whoever_is_banned_is_cut_within_a_second_on_every_way_in() {
        var mallory = Person.register(http(), "mallory");
        try (var socket = mallory.connect()) {
            socket.await("welcome");
            var before = System.nanoTime();
            assertThat(ban(admin, mallory).status()).isEqualTo(204);
            assertThat(socket.awaitClose()).isEqualTo(4403);
            assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
        }
        var signIn = http().post("/api/login", Person.credentials(mallory.username(), Person.PASSWORD));
        assertRefused(signIn, 403, "banned", null);
        var guess = http().post("/api/login", Person.credentials(mallory.username(), "not the password"));
        assertRefused(guess, 401, "wrong-credentials", null);
        assertThat(http().get("/api/me", mallory.bearer()).status()).isIn(401, 403);
        assertThat(Socket.handshakeStatus(http(), "/ws?token=" + mallory.token()))
                .isIn(401, 403);
        var refresh = mallory.signIn().cookie("chatterbox-refresh");
        assertThat(http().post("/api/refresh", "", "Cookie", refresh, "X-Chatterbox", "1")
                        .status())
                .isIn(401, 403);
    }

    @Test
    @Order(5)
    void the_last_administrator_stays() {
        assertRefused(role(admin, admin, "member"), 409, "last-admin", "username");
        assertRefused(ban(admin, admin), 409, "last-admin", "username");
    }

    private Http.Answer setup(Person person, String code) {
        return http().post("/api/setup", "{\"code\":\"" + code + "\"}", person.bearer());
    }

    private Http.Answer role(Person by, Person of, String role) {
        return http().method(
                        "PUT", "/api/accounts/" + of.username() + "/role", "{\"role\":\"" + role + "\"}", by.bearer());
    }

    private Http.Answer ban(Person by, Person of) {
        return http().method("PUT", "/api/accounts/" + of.username() + "/ban", "", by.bearer());
    }

    private static Path setupCode() {
        return WarContainer.server().data().resolve("setup-code");
    }
}
