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
    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    /** Of a system whose programs are all in /usr, as Debian's are, with Java where the real image has it. */
    private static final String STAND_IN = """
            FROM scratch
            COPY root /
            ENV PATH=/opt/java/openjdk/bin:/usr/bin
            """;

    private static Podman podman;

    @BeforeAll
    static void build() throws IOException {
        podman = Podman.create();
        podman.run("build", "--pull=never", "--tag=" + BASE, standIn());
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
        podman.run(
                "run",
                "--detach",
                "--name=chatterbox",
                "--pull=never",
                "--network=none",
                // As in compose.yaml.
                "--memory=1g",
                "--read-only",
                "--read-only-tmpfs=false",
                "--cap-drop=all",
                "--security-opt=no-new-privileges",
                "--volume=data:/var/lib/chatterbox",
                "--volume=tmp:/tmp",
                // This machine in place of the base image's files.
                "--volume=/usr:/usr:ro",
                "--volume=" + JAVA + ":/opt/java/openjdk:ro",
                "--volume=" + javasSettings() + ":" + javasSettings() + ":ro",
                // The defaults are beyond what a root without all of its rights may ask for.
                "--ulimit=nofile=4096:4096",
                "--ulimit=nproc=4096:4096",
                "--log-driver=k8s-file",
                "chatterbox");
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

    /** Debian keeps them apart from Java itself, and links to them. */
    private static Path javasSettings() throws IOException {
        return JAVA.resolve("conf/net.properties").toRealPath().getParent();
    }

    private static Path standIn() throws IOException {
        var folder = Foreground.folder("image");
        var root = folder.resolve("root");
        for (var mounted : new String[] {"usr", "opt/java/openjdk", "proc", "sys", "dev", "etc", "run"}) {
            Files.createDirectories(root.resolve(mounted));
        }
        Files.createDirectories(Path.of(root.toString(), javasSettings().toString()));
        for (var link : new String[] {"bin", "lib", "lib64"}) {
            Files.createSymbolicLink(root.resolve(link), Path.of("usr", link));
        }
        return new Shipped(STAND_IN).writeTo(folder.resolve("Containerfile")).getParent();
    }
}
