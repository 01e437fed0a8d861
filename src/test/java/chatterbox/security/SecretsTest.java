package chatterbox.security;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SecretsTest {
    private final SecurityWorld world = new SecurityWorld();

    @Test
    void the_first_start_makes_256_bits_that_only_the_owner_may_read() throws IOException {
        world.start();
        assertThat(files()).hasSize(2).allSatisfy(file -> {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(SecretFile.read(file)).hasSize(32);
        });
    }

    @Test
    void every_start_finds_the_same_secrets() {
        world.start();
        var pepper = world.secret.derive("pepper");
        var key = world.keys.newest();
        world.haveAccounts();
        world.start();
        assertThat(world.secret.derive("pepper")).isEqualTo(pepper);
        assertThat(world.keys.newest().id()).isEqualTo(key.id());
        assertThat(world.keys.newest().secret()).isEqualTo(key.secret());
    }

    @Test
    void two_deployments_have_different_secrets_and_labels_different_keys() {
        world.start();
        var other = new SecurityWorld().started();
        assertThat(world.secret.derive("a"))
                .isNotEqualTo(other.secret.derive("a"))
                .isNotEqualTo(world.secret.derive("b"))
                .hasSize(48);
        assertThat(world.keys.newest().secret())
                .isNotEqualTo(other.keys.newest().secret());
    }

    @Test
    void a_database_in_use_without_its_secrets_refuses_to_start() {
        world.haveAccounts();
        assertThatThrownBy(world::start).hasMessageContaining("master.secret").hasMessageContaining("backup");
        assertThat(world.folder()).doesNotExist();
    }

    @Test
    void a_master_secret_that_is_gone_beside_signing_keys_refuses_to_start() throws IOException {
        world.start();
        Files.delete(world.folder().resolve("master.secret"));
        assertThatThrownBy(world::start).hasMessageContaining("master.secret");
    }

    @Test
    void signing_keys_that_are_gone_from_a_database_in_use_refuse_to_start() throws IOException {
        world.start();
        world.haveAccounts();
        Files.delete(keyFile());
        assertThatThrownBy(world::start).hasMessageContaining("*.key").hasMessageContaining("backup");
    }

    @Test
    void a_start_that_broke_off_between_the_secrets_is_made_up_for() throws IOException {
        world.start();
        Files.delete(keyFile());
        Files.createFile(world.folder().resolve(".unfinished-1"));
        world.start();
        assertThat(world.keys.newest()).isNotNull();
    }

    @Test
    void a_start_that_broke_off_in_the_first_secret_is_made_up_for() throws IOException {
        Files.createDirectories(world.folder());
        Files.createFile(world.folder().resolve(".unfinished-1"));
        world.start();
        assertThat(world.keys.newest()).isNotNull();
    }

    @Test
    void secrets_that_are_damaged_refuse_to_start() throws IOException {
        world.start();
        for (var file : files()) {
            var good = Files.readString(file);
            for (var bad : List.of("", "AAAA", good.substring(1), "!" + good.substring(1), good.strip() + "AAAA")) {
                Files.writeString(file, bad);
                assertThatThrownBy(world::start)
                        .hasMessageContaining(file.getFileName().toString());
                assertThat(Files.readString(file)).isEqualTo(bad);
            }
            Files.writeString(file, good);
        }
        world.start();
    }

    @Test
    void secrets_that_cannot_be_read_refuse_to_start() throws IOException {
        world.start();
        for (var file : files()) {
            var good = Files.readString(file);
            Files.delete(file);
            Files.createDirectory(file); // unreadable for root too
            assertThatThrownBy(world::start)
                    .hasMessageContaining(file.getFileName().toString());
            Files.delete(file);
            Files.writeString(file, good);
        }
    }

    @Test
    void a_key_under_a_foreign_name_refuses_to_start() throws IOException {
        world.start();
        Files.copy(keyFile(), world.folder().resolve("mine.key"));
        assertThatThrownBy(world::start).hasMessageContaining("mine.key");
    }

    @Test
    void a_key_gets_a_successor_after_its_life_and_stays_for_another() throws IOException {
        world.start();
        var first = world.keys.newest();
        world.startLater(life());
        assertThat(world.keys.newest().id()).isEqualTo(first.id());
        world.startLater(Duration.ofSeconds(1));
        assertThat(world.keys.newest().id()).isNotEqualTo(first.id());
        assertThat(world.keys.find(first.id())).isPresent();
        world.startLater(life());
        assertThat(world.keys.find(first.id())).isEmpty();
        assertThat(files()).hasSize(2);
    }

    @Test
    void a_key_that_signed_until_just_now_stays_however_old_it_is() {
        world.start();
        var first = world.keys.newest();
        world.startLater(life().multipliedBy(5));
        assertThat(world.keys.find(first.id())).isPresent();
        world.startLater(Duration.ofMinutes(9));
        assertThat(world.keys.find(first.id())).isPresent();
        world.startLater(Duration.ofMinutes(2));
        assertThat(world.keys.find(first.id())).isEmpty();
    }

    private static Duration life() {
        return SecurityWorld.SETTINGS.keyLife();
    }

    private Path keyFile() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".key"))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(world.folder())) {
            return files.toList();
        }
    }
}
