package chatterbox.authority;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

import chatterbox.account.AccountWorld;
import chatterbox.account.Role;
import chatterbox.account.Together;
import chatterbox.persistence.Engine;
import chatterbox.refusal.Reason;

import static chatterbox.account.Together.done;
import static chatterbox.refusal.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class SetupTest {
    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_code_lies_in_a_file_that_only_the_owner_may_read_and_stays_until_it_is_used(Engine engine)
            throws IOException {
        try (var world = new AccountWorld(engine)) {
            world.setup.start();
            var code = Files.readString(world.setupCode());
            assertThat(code).matches("([0-9A-Z]{5}-){3}[0-9A-Z]{5}");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(world.setupCode())))
                    .isEqualTo("rw-------");
            world.restart();
            world.setup.start();
            assertThat(Files.readString(world.setupCode())).isEqualTo(code);
            assertThat(world.setup.open()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_right_code_makes_an_administrator_once_and_for_ever(Engine engine) throws IOException {
        try (var world = new AccountWorld(engine)) {
            world.register("ada");
            world.register("mallory");
            world.setup.start();
            var code = Files.readString(world.setupCode());
            world.setup.claim("ada", " " + code.toLowerCase(Locale.ROOT).replace("-", " "));
            assertThat(world.role("ada")).isEqualTo(Role.ADMIN);
            assertThat(world.facts("ada")).singleElement().asString().contains("\"role\":\"admin\"");
            assertThat(world.setupCode()).doesNotExist();
            assertRefused(Reason.NOT_FOUND, () -> world.setup.claim("mallory", code));
            world.restart();
            world.setup.start();
            assertThat(world.setupCode()).doesNotExist();
            assertThat(world.setup.open()).isFalse();
            assertRefused(Reason.NOT_FOUND, () -> world.setup.claim("mallory", code));
            assertThat(world.role("mallory")).isEqualTo(Role.MEMBER);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void of_two_who_race_one_wins(Engine engine) throws IOException {
        try (var world = new AccountWorld(engine)) {
            var names = new String[] {"ada", "grace", "linus", "mallory"};
            for (var name : names) {
                world.register(name);
            }
            world.setup.start();
            var code = Files.readString(world.setupCode());
            var outcomes = Together.outcomes(
                    done(() -> world.setup.claim("ada", code)),
                    done(() -> world.setup.claim("grace", code)),
                    done(() -> world.roles.appointFirst("linus")),
                    done(() -> world.roles.appointFirst("mallory")));
            assertThat(outcomes).filteredOn("done"::equals).hasSize(1);
            assertThat(outcomes).filteredOn(Reason.NOT_FOUND::equals).hasSize(3);
            assertThat(names).filteredOn(name -> world.role(name) == Role.ADMIN).hasSize(1);
            assertThat(world.setup.open()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void wrong_codes_are_refused_and_slowed_down(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.register("mallory");
            world.setup.start();
            for (var wrong : new String[] {"", "00000-00000-00000-00000", "x".repeat(100_000), "\0", "-"}) {
                assertRefused(Reason.WRONG_CODE, () -> world.setup.claim("mallory", wrong));
            }
            assertRefused(Reason.TOO_FAST, () -> world.setup.claim("mallory", "00000-00000-00000-00000"));
            assertThat(world.role("mallory")).isEqualTo(Role.MEMBER);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_code_file_that_is_damaged_gets_a_new_code(Engine engine) throws IOException {
        try (var world = new AccountWorld(engine)) {
            world.register("mallory");
            for (var damaged : new String[] {"", "-", "0", "00000-00000-00000-0000\u00E9"}) {
                Files.writeString(world.setupCode(), damaged);
                world.restart();
                world.setup.start();
                assertThat(Files.readString(world.setupCode()))
                        .isNotEqualTo(damaged)
                        .hasSize(23);
                assertRefused(Reason.WRONG_CODE, () -> world.setup.claim("mallory", damaged));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void without_a_code_nobody_is_let_in(Engine engine) {
        try (var world = new AccountWorld(engine)) {
            world.register("mallory");
            assertRefused(Reason.WRONG_CODE, () -> world.setup.claim("mallory", ""));
        }
    }
}
