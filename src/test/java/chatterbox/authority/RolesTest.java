package chatterbox.authority;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.stream.Stream;

import chatterbox.account.AccountWorld;
import chatterbox.account.Role;
import chatterbox.account.Together;
import chatterbox.persistence.Engine;
import chatterbox.refusal.Reason;
import chatterbox.session.Ending;

import static chatterbox.account.Together.done;
import static chatterbox.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class RolesTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_promotion_is_a_fact_of_the_persons_stream_and_ends_nothing(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.administrators();
            var tokens = world.registerAndSignIn("grace");
            world.roles.change("ada", "GRACE", Role.MODERATOR);
            world.roles.change("ada", "grace", Role.MODERATOR);
            assertThat(world.facts("grace")).singleElement().asString().contains("\"role\":\"moderator\"", "\"seq\":1");
            assertThat(world.sessions.caller(tokens.accessToken()).role()).isEqualTo(Role.MODERATOR);
            assertThat(world.ended).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_demotion_ends_the_sessions_and_voids_the_tokens(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.administrators("grace");
            var tokens = world.signIn("grace");
            var session = world.sessions.caller(tokens.accessToken()).session();
            world.roles.change("ada", "grace", Role.MODERATOR);
            assertThat(world.ended).containsExactly(new AccountWorld.Ended(java.util.List.of(session), Ending.DEMOTED));
            assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.caller(tokens.accessToken()));
            assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.refresh(tokens.refreshToken()));
            assertThat(world.facts("grace")).hasSize(2);
            assertThat(world.sessions
                            .caller(world.signIn("grace").accessToken())
                            .role())
                    .isEqualTo(Role.MODERATOR);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_version_alone_voids_a_token_too(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var tokens = world.registerAndSignIn("grace");
            world.transactions.write(
                    transaction -> world.accounts.lock(transaction, "grace").become(Role.ADMIN));
            world.sessions.caller(tokens.accessToken());
            world.transactions.write(
                    transaction -> world.accounts.lock(transaction, "grace").become(Role.MEMBER));
            assertRefused(Reason.SIGN_IN_AGAIN, () -> world.sessions.caller(tokens.accessToken()));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_last_administrator_stays(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.administrators("grace");
            world.bans.ban("grace");
            assertRefused(Reason.LAST_ADMIN, () -> world.roles.change("ada", "ada", Role.MEMBER));
            assertRefused(Reason.LAST_ADMIN, () -> world.bans.ban("ada"));
            assertThat(world.role("ada")).isEqualTo(Role.ADMIN);
            assertThat(world.facts("ada")).hasSize(1);
            world.roles.change("ada", "grace", Role.MEMBER);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void of_administrators_who_demote_and_ban_each_other_one_stays(Engine engine) {
        for (int n = 0; n < 5; n++) {
            try (var world = new AccountWorld(engine)) {
                world.administrators("grace", "linus");
                var outcomes = Together.outcomes(
                        done(() -> world.roles.change("ada", "grace", Role.MEMBER)),
                        done(() -> world.roles.change("grace", "ada", Role.MEMBER)),
                        done(() -> world.bans.ban("linus")));
                assertThat(outcomes).filteredOn(Reason.LAST_ADMIN::equals).hasSize(1);
                assertThat(Stream.of("ada", "grace", "linus")
                                .map(name -> world.accounts.find(name).orElseThrow())
                                .filter(account -> account.role() == Role.ADMIN && !account.banned()))
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobody_can_be_promoted_or_banned_who_does_not_exist(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.administrators();
            for (var nobody : new String[] {"mallory", "", "a\0b", "../ada", "ad\uD800"}) {
                assertRefused(Reason.NOT_FOUND, () -> world.roles.change("ada", nobody, Role.ADMIN));
                assertRefused(Reason.NOT_FOUND, () -> world.bans.ban(nobody));
                assertRefused(Reason.NOT_FOUND, () -> world.bans.unban(nobody));
            }
        }
    }
}
