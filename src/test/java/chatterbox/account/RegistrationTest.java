package chatterbox.account;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;

import chatterbox.persistence.Engine;
import chatterbox.protocol.Event;
import chatterbox.refusal.Reason;

import static chatterbox.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class RegistrationTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoever_registers_is_a_member_and_is_found_in_any_form_of_the_name(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var wanted = new Registration.NewAccount("Jo\u0308rg", AccountWorld.PASSWORD, Optional.of("Jörg W."));
            assertThat(world.registration.register(wanted, "192.0.2.1")).isEqualTo("Jörg");
            assertThat(world.accounts.me("JÖRG")).contains(new Event.Me("Jörg", "Jörg W.", "member"));
            assertThat(world.accounts.person("ｊörg")).contains(new Event.Person("Jörg", "Jörg W."));
            assertThat(world.registered).containsExactly(new AccountRegistered("Jörg", "Jörg W."));
            world.restart();
            assertThat(world.signIn("jörg").me().username()).isEqualTo("Jörg");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_name_is_given_once_in_whatever_form(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.register("ada");
            for (var form : List.of("ada", "ADA", "Ａｄａ")) {
                assertThat(assertRefused(Reason.NAME_TAKEN, () -> world.register(form))
                                .field())
                        .contains("username");
            }
            assertThat(world.registered).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void of_many_who_register_one_name_at_once_one_gets_it(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            var outcomes = Together.outcomes(
                    () -> world.register("ada"),
                    () -> world.register("Ada"),
                    () -> world.register("ADA"),
                    () -> world.register("aDa"));
            assertThat(outcomes).filteredOn(String.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Reason.NAME_TAKEN::equals).hasSize(3);
            assertThat(world.registered).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whatever_is_wrong_is_refused_and_leaves_nothing_behind(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            assertRefused(Reason.NAME_INVALID, () -> register(world, "a b", AccountWorld.PASSWORD, "Ada"));
            assertRefused(Reason.NAME_RESERVED, () -> register(world, "general", AccountWorld.PASSWORD, "Ada"));
            assertRefused(Reason.EMPTY, () -> register(world, "ada", AccountWorld.PASSWORD, " "));
            assertRefused(Reason.TOO_SHORT, () -> register(world, "ada", "kX9!pQz", "Ada"));
            assertRefused(Reason.WEAK_PASSWORD, () -> register(world, "ada", "password1", "Ada"));
            assertRefused(Reason.WEAK_PASSWORD, () -> register(world, "quetzalcoatlus", "quetzalcoatlus", "Ada"));
            assertRefused(Reason.WEAK_PASSWORD, () -> register(world, "ada", "quetzalcoatlus", "Quetzalcoatlus"));
            assertThat(world.accounts.person("ada")).isEmpty();
            assertThat(world.accounts.person("a b")).isEmpty();
            assertThat(world.accounts.person("a\0b\uD800")).isEmpty();
            assertThat(world.registered).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void people_are_listed_by_name_and_unknown_ones_left_out(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.register("grace");
            world.register("ada");
            assertThat(world.accounts.people(List.of("grace", "nobody1", "ada")))
                    .extracting(Event.Person::username)
                    .containsExactly("ada", "grace");
            assertThat(world.accounts.people(List.of())).isEmpty();
        }
    }

    private static void register(AccountWorld world, String username, String password, String displayName) {
        world.registration.register(
                new Registration.NewAccount(username, password, Optional.of(displayName)), "192.0.2.1");
    }
}
