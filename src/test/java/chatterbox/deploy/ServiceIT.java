package chatterbox.deploy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import chatterbox.server.Requires;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceIT {
    private static final Path UNIT = Shipped.FOLDER.resolve("systemd/chatterbox.service");

    /** In tenths, of the ten that a service without any protection has; below two it counts as OK. */
    private static final int EXPOSURE = 12;

    @Test
    void systemd_understands_every_line() {
        assertThat(Ran.command(analyze(), "verify", UNIT).well()).isEmpty();
    }

    @Test
    void it_is_locked_in_as_far_as_java_allows() {
        Ran.command(analyze(), "security", "--offline=yes", "--no-pager", "--threshold=" + EXPOSURE, UNIT)
                .well();
    }

    /** By systemd itself, as the first process of a container. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void it_comes_up_keeps_its_files_to_itself_and_ends_cleanly() throws Exception {
        analyze();
        var podman = Podman.create();
        try {
            podman.run("build", "--pull=never", "--tag=machine", machine());
            podman.start(
                    "machine",
                    // For systemd, which then takes nearly everything away from the service.
                    "--privileged",
                    "--systemd=always",
                    "--entrypoint=[\"/usr/lib/systemd/systemd\", \"--unit=chatterbox.service\"]",
                    "--volume=" + Path.of("target", "chatterbox.jar").toAbsolutePath()
                            + ":/opt/chatterbox/chatterbox.jar:ro");
            awaitReady(podman);
            assertThat(inside(podman, "find", "/var/lib/chatterbox", "-name", "chatterbox.db"))
                    .isNotEmpty();
            assertThat(inside(
                            podman,
                            "find",
                            "/var/lib/chatterbox",
                            "-perm",
                            "/077",
                            "-o",
                            "-not",
                            "-user",
                            "chatterbox"))
                    .isEmpty();

            inside(podman, "systemctl", "stop", "chatterbox");

            assertThat(log(podman)).contains("chatterbox.service: Deactivated successfully");
        } finally {
            podman.removeAll();
        }
    }

    private static Path machine() throws IOException {
        var machine = StandIn.create();
        Files.createDirectories(machine.at("etc/systemd/system"));
        Files.createDirectories(machine.at("opt/chatterbox"));
        Files.copy(UNIT, machine.at("etc/systemd/system/chatterbox.service"));
        Files.copy(Shipped.FOLDER.resolve("systemd/chatterbox.env"), machine.at("etc/chatterbox.env"));
        Files.writeString(machine.at("etc/passwd"), "root:x:0:0::/:/bin/sh\nchatterbox:x:999:999::/:/bin/false\n");
        Files.writeString(machine.at("etc/group"), "root:x:0:\nchatterbox:x:999:\n");
        // One that is known, though without a number: else systemd would set up all that this machine has.
        Files.createFile(machine.at("etc/machine-id"));
        // /usr/bin/java leads there.
        Files.createDirectories(machine.at("etc/alternatives"));
        Files.createSymbolicLink(machine.at("etc/alternatives/java"), Path.of("/opt/java/openjdk/bin/java"));
        return machine.folder();
    }

    private static void awaitReady(Podman podman) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!log(podman).contains("Chatterbox is ready")) {
            assertThat(System.nanoTime()).as(log(podman)).isLessThan(deadline);
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static String log(Podman podman) {
        return podman.tell("exec", "machine", "journalctl", "--no-pager").said();
    }

    private static String inside(Podman podman, String... command) {
        var words = Stream.concat(Stream.of("exec", "machine"), Stream.of(command));
        return podman.run(words.toArray());
    }

    private static Path analyze() {
        return Requires.program("systemd-analyze", "systemd");
    }
}
