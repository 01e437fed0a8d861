package chatterbox.login;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import chatterbox.account.AccountWorld;
import chatterbox.account.Role;
import chatterbox.account.Together;
import chatterbox.origin.Device;
import chatterbox.persistence.Engine;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;

import static chatterbox.account.AccountWorld.LAPTOP;
import static chatterbox.account.AccountWorld.PASSWORD;
import static chatterbox.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class SignInTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_right_password_opens_a_session(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.register("ada");
            var signedIn = world.signIn.signIn("ADA", PASSWORD, LAPTOP);
            assertThat(signedIn.me()).isEqualTo(new Event.Me("ada", "ada", "member"));
            var caller = world.sessions.caller(signedIn.accessToken());
            assertThat(caller.username()).isEqualTo("ada");
            assertThat(caller.role()).isEqualTo(Role.MEMBER);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_unknown_user_and_a_wrong_password_look_and_cost_the_same(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.register("ada");
            var before = world.passwords.computed();
            var wrong = assertRefused(Reason.WRONG_CREDENTIALS, () -> world.signIn.signIn("ada", "wrong", LAPTOP));
            assertThat(world.passwords.computed()).isEqualTo(before + 1);
            for (var nobody : new String[] {"mallory", "a\0b", "", "x".repeat(100_000), "ad\uD800"}) {
                before = world.passwords.computed();
                var unknown = assertRefused(Reason.WRONG_CREDENTIALS, () -> world.signIn.signIn(nobody, "x", LAPTOP));
                assertThat(world.passwords.computed()).isEqualTo(before + 1);
                assertThat(unknown.getMessage()).isEqualTo(wrong.getMessage());
                assertThat(unknown.parameters()).isEqualTo(wrong.parameters());
            }
        }
    }

    @Test
    void guessing_is_slowed_down_for_known_and_unknown_users_alike() {
        try (var world = new AccountWorld(Engine.SQLITE)) {
            world.register("ada");
            for (var name : new String[] {"ada", "mallory"}) {
                for (int n = 0; n < 5; n++) {
                    assertRefused(Reason.WRONG_CREDENTIALS, () -> world.signIn.signIn(name, "wrong", LAPTOP));
                }
                var before = world.passwords.computed();
                var refusal = assertRefused(Reason.TOO_FAST, () -> world.signIn.signIn(name, PASSWORD, LAPTOP));
                assertThat((long) refusal.parameters().get("retryAfterMs")).isBetween(1000L, 1001L);
                assertThat(world.passwords.computed()).isEqualTo(before);
            }
            assertRefused(Reason.TOO_FAST, () -> world.signIn.signIn("ADA", PASSWORD, LAPTOP));
        }
    }

    @Test
    void guesses_that_come_all_at_once_are_slowed_down_too() {
        try (var world = new AccountWorld(Engine.SQLITE)) {
            world.register("ada");
            var guesses = IntStream.range(0, 40)
                    .mapToObj(n -> (Callable<?>) () -> world.signIn.signIn("ada", "wrong" + n, LAPTOP))
                    .toArray(Callable<?>[]::new);
            assertThat(Together.outcomes(guesses))
                    .filteredOn(Reason.WRONG_CREDENTIALS::equals)
                    .hasSize(5);
        }
    }

    @Test
    void nobody_is_locked_out_and_the_right_password_makes_up_for_the_wrong_ones() {
        try (var world = new AccountWorld(Engine.SQLITE)) {
            world.register("ada");
            for (int n = 0; n < 5; n++) {
                assertRefused(Reason.WRONG_CREDENTIALS, () -> world.signIn.signIn("ada", "wrong", LAPTOP));
            }
            world.clock.pass(Duration.ofMillis(1001));
            world.signIn("ada");
            for (int n = 0; n < 5; n++) {
                assertRefused(Reason.WRONG_CREDENTIALS, () -> world.signIn.signIn("ada", "wrong", LAPTOP));
            }
        }
    }

    @Test
    void guessing_from_many_addresses_is_slowed_down_but_not_for_her_own() {
        try (var world = new AccountWorld(Engine.SQLITE)) {
            world.registerAndSignIn("ada");
            for (int n = 0; n < 50; n++) {
                var bot = Device.of("198.51.100." + n, "bot");
                assertRefused(Reason.WRONG_CREDENTIALS, () -> world.signIn.signIn("ada", "wrong", bot));
            }
            var bot = Device.of("198.51.100.200", "bot");
            assertRefused(Reason.TOO_FAST, () -> world.signIn.signIn("ada", "wrong", bot));
            world.signIn("ada");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void only_who_knows_the_password_learns_of_a_ban(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.register("mallory");
            world.bans.ban("mallory");
            assertRefused(Reason.WRONG_CREDENTIALS, () -> world.signIn.signIn("mallory", "wrong", LAPTOP));
            assertRefused(Reason.BANNED, () -> world.signIn("mallory"));
            world.bans.unban("mallory");
            world.signIn("mallory");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_hash_of_a_lower_cost_is_renewed_when_its_owner_signs_in(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.register("ada");
            var stronger = world.passwords(AccountWorld.identity(Map.of("CHATTERBOX_PASSWORD_COST", "5")));
            var signIn = new SignIn(world.accounts, stronger, world.sessions, world.transactions, world.limits);
            signIn.signIn("ada", PASSWORD, LAPTOP);
            assertThat(world.accounts.find("ada").orElseThrow().password()).startsWith("$2a$05$");
            world.signIn("ada");
        }
    }

    @Test
    void what_a_client_says_of_itself_is_kept_short_and_inert() {
        assertThat(Device.of("::1", "Fire\u001B[31mfox\0\r\n\u202E").name())
                .isEqualTo("Fire\\u001B[31mfox\\u0000\\u000D\\u000A\\u202E");
        assertThat(Device.of("::1", "x".repeat(10_000)).name()).hasSize(200);
        assertThat(Device.of("::1", null).name()).isEmpty();
    }
}
