package chatterbox.deploy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The image, built and run by podman without any network: there is no registry, so this machine's own programs stand in
 * for the base image, and a container that listens everywhere is alone there.
 */
@EnabledOnOs(OS.LINUX)
class ContainerIT {
    private static final String BASE = "docker.io/library/eclipse-temurin:17-jre";

    private static Podman podman;

    @BeforeAll
    static void build() throws IOException {
        podman = Podman.create();
        podman.run("build", "--pull=never", "--tag=" + BASE, StandIn.create().folder());
        podman.run(
                "build",
                "--pull=never",
                "--isolation=chroot",
                // Without it there is no health check in the image.
                "--format=docker",
                "--volume=/usr:/usr:ro",
                "--tag=chatterbox",
                "--file=" + Shipped.FOLDER.resolve("container/Containerfile"),
                ".");
    }

    @AfterAll
    static void remove() {
        if (podman != null) {
            podman.removeAll();
        }
    }

    @Test
    void it_runs_read_only_and_without_rights_turns_healthy_and_ends_cleanly() throws Exception {
        podman.start(
                "chatterbox",
                // As in compose.yaml.
                "--memory=1g",
                "--read-only",
                "--read-only-tmpfs=false",
                "--cap-drop=all",
                "--security-opt=no-new-privileges",
                "--volume=data:/var/lib/chatterbox",
                "--volume=tmp:/tmp");
        assertThat(healthy()).isFalse();
        awaitHealthy();

        podman.run("stop", "--time=60", "chatterbox");

        assertThat(state("ExitCode")).isEqualTo("143");
        assertThat(podman.files("data"))
                .extracting(file -> file.getFileName().toString())
                .contains("chatterbox.db", "keys");
        assertThat(podman.files("data")).allMatch(ContainerIT::isOfTheImagesUser);
        assertThat(podman.files("tmp"))
                .noneMatch(file -> file.getFileName().toString().startsWith("chatterbox-server-"));
    }

    private static void awaitHealthy() throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!healthy()) {
            if (!state("Status").equals("running") || System.nanoTime() > deadline) {
                throw new AssertionError(podman.run("logs", "chatterbox"));
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static boolean healthy() {
        return podman.tell("healthcheck", "run", "chatterbox").status() == 0;
    }

    private static String state(String field) {
        return podman.run("inspect", "--format={{.State." + field + "}}", "chatterbox");
    }

    private static boolean isOfTheImagesUser(Path file) {
        try {
            return Files.getAttribute(file, "unix:uid").equals(10001);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
