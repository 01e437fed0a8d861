package chatterbox.session;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import chatterbox.account.AccountWorld;
import chatterbox.account.Together;
import chatterbox.persistence.Engine;
import chatterbox.refusal.Reason;

import static chatterbox.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class LoginSessionsTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void refreshing_gives_new_tokens_of_the_same_session(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var first = world.registerAndSignIn("ada");
            world.clock.pass(Duration.ofMinutes(10));
            assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.caller(first.accessToken()));
            var second = world.sessions.refresh(first.refreshToken());
            assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
            assertThat(world.sessions.caller(second.accessToken()).username()).isEqualTo("ada");
            assertThat(world.sessions.session(second.refreshToken()))
                    .isEqualTo(world.sessions.session(first.refreshToken()));
            assertThat(world.ended).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_predecessor_gives_the_same_successor_for_30_seconds(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var first = world.registerAndSignIn("ada").refreshToken();
            var second = world.sessions.refresh(first).refreshToken();
            world.clock.pass(Duration.ofSeconds(30));
            assertThat(world.sessions.refresh(first).refreshToken()).isEqualTo(second);
            assertThat(world.sessions.refresh(second).refreshToken()).isNotEqualTo(second);
            assertThat(world.ended).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_predecessor_ends_the_session_after_30_seconds(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var first = world.registerAndSignIn("ada").refreshToken();
            var second = world.sessions.refresh(first);
            world.clock.pass(Duration.ofMillis(30_001));
            assertFamilyEnds(world, first, second);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_token_older_than_the_predecessor_ends_the_session_at_once(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var first = world.registerAndSignIn("ada").refreshToken();
            var second = world.sessions.refresh(first).refreshToken();
            var third = world.sessions.refresh(second);
            assertFamilyEnds(world, first, third);
            assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.refresh(second));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void many_who_refresh_at_once_get_one_successor(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var first = world.registerAndSignIn("ada").refreshToken();
            var tabs = Stream.generate(() ->
                            (Callable<?>) () -> world.sessions.refresh(first).refreshToken())
                    .limit(8)
                    .toArray(Callable<?>[]::new);
            var outcomes = Together.outcomes(tabs);
            assertThat(outcomes).hasOnlyElementsOfType(String.class).containsOnly(outcomes.get(0));
            assertThat(world.ended).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_refresh_waits_for_one_that_has_begun_and_sees_what_that_did(Engine engine) throws Exception {
        try (var world = new AccountWorld(engine)) {
            var first = world.registerAndSignIn("ada").refreshToken();
            var waiting = world.transactions.write(transaction -> {
                var session = transaction.find(
                        LoginSession.class, world.sessions.session(first).orElseThrow());
                session.rotate(session.token(), world.clock.instant());
                session.rotate(session.token(), world.clock.instant());
                transaction.flush();
                var refresh =
                        CompletableFuture.supplyAsync(() -> Together.outcomes(() -> world.sessions.refresh(first)));
                assertThat(refresh).failsWithin(Duration.ofMillis(300)).withThrowableOfType(TimeoutException.class);
                return refresh;
            });
            assertThat(waiting.get()).containsExactly(Reason.SIGN_IN_AGAIN);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_session_that_ended_gives_nothing_more_and_is_told_once(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var tokens = world.registerAndSignIn("ada");
            var other = world.signIn("ada");
            var session = world.sessions.caller(tokens.accessToken()).session();
            world.sessions.end(session, Ending.SIGNED_OUT);
            world.sessions.end(session, Ending.SIGNED_OUT);
            assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.caller(tokens.accessToken()));
            assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.refresh(tokens.refreshToken()));
            assertThat(world.ended).containsExactly(new AccountWorld.Ended(List.of(session), Ending.SIGNED_OUT));
            world.sessions.caller(other.accessToken());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void ending_all_ends_those_of_one_account(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var adas = List.of(world.registerAndSignIn("ada"), world.signIn("ada"));
            var graces = world.registerAndSignIn("grace");
            world.sessions.endAll("ada", Ending.SIGNED_OUT);
            adas.forEach(
                    tokens -> assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.caller(tokens.accessToken())));
            world.sessions.caller(graces.accessToken());
            assertThat(world.ended)
                    .singleElement()
                    .satisfies(told -> assertThat(told.sessions()).hasSize(2));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_idle_session_ends(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var idle = world.registerAndSignIn("ada");
            world.clock.pass(world.settings.sessionIdle().minusSeconds(1));
            var used = world.sessions.refresh(world.signIn("ada").refreshToken());
            world.sessions.expire();
            assertThat(world.ended).isEmpty();
            world.clock.pass(Duration.ofSeconds(1));
            assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.refresh(idle.refreshToken()));
            assertThat(world.ended).extracting(AccountWorld.Ended::why).containsExactly(Ending.EXPIRED);
            world.sessions.caller(used.accessToken());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_session_that_is_refreshed_for_ever_ends_after_its_life(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var tokens = world.registerAndSignIn("ada");
            for (int month = 1; month * 29 < world.settings.sessionLife().toDays(); month++) {
                world.clock.pass(Duration.ofDays(29));
                tokens = world.sessions.refresh(tokens.refreshToken());
            }
            world.clock.pass(Duration.ofDays(29));
            var last = tokens.refreshToken();
            assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.refresh(last));
            assertThat(world.ended).extracting(AccountWorld.Ended::why).containsExactly(Ending.EXPIRED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void sessions_whose_time_is_over_end_by_themselves_and_are_forgotten_a_month_later(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var last = world.registerAndSignIn("ada").refreshToken();
            world.clock.pass(world.settings.sessionIdle());
            world.sessions.expire();
            assertThat(world.ended).extracting(AccountWorld.Ended::why).containsExactly(Ending.EXPIRED);
            assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.refresh(last));
            world.clock.pass(Duration.ofDays(31));
            world.sessions.expire();
            assertThat(world.ended).hasSize(1);
            assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.refresh(last));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void tokens_stay_good_over_a_restart(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var tokens = world.registerAndSignIn("ada");
            world.restart();
            world.sessions.caller(tokens.accessToken());
            world.sessions.refresh(tokens.refreshToken());
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_ban_ends_every_session_and_every_credential_tells_of_it(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.administrators();
            var tokens = world.registerAndSignIn("mallory");
            var second = world.signIn("mallory");
            world.bans.ban("MALLORY");
            for (var each : List.of(tokens, second)) {
                assertRefused(Reason.BANNED, () -> world.sessions.caller(each.accessToken()));
                assertRefused(Reason.BANNED, () -> world.sessions.refresh(each.refreshToken()));
            }
            assertThat(world.ended).singleElement().satisfies(told -> {
                assertThat(told.why()).isEqualTo(Ending.BANNED);
                assertThat(told.sessions()).hasSize(2);
            });
            world.bans.unban("mallory");
            assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.caller(tokens.accessToken()));
            assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.refresh(tokens.refreshToken()));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void of_a_ban_and_a_sign_in_at_once_no_session_is_left(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.administrators();
            world.register("mallory");
            for (int n = 0; n < 5; n++) {
                Together.outcomes(
                        () -> world.sessions.start("mallory", AccountWorld.LAPTOP),
                        Together.done(() -> world.bans.ban("mallory")),
                        () -> world.sessions.start("mallory", AccountWorld.LAPTOP));
                world.ended.clear();
                world.sessions.endAll("mallory", Ending.SIGNED_OUT);
                assertThat(world.ended).isEmpty();
                world.bans.unban("mallory");
            }
        }
    }

    private static void assertFamilyEnds(AccountWorld world, String stolen, SignedIn present) {
        var session = world.sessions.session(stolen).orElseThrow();
        assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.refresh(stolen));
        assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.refresh(present.refreshToken()));
        assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.caller(present.accessToken()));
        assertThat(world.ended).containsExactly(new AccountWorld.Ended(List.of(session), Ending.TOKEN_REUSED));
    }
}
