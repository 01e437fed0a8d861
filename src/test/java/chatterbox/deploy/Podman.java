package chatterbox.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import chatterbox.server.Requires;

/** Podman with images, containers and volumes of its own, all in one folder, and without any help from systemd. */
record Podman(Path folder, List<Object> command) {
    private static final Map<String, String> WITHOUT_SYSTEMD = Map.of("DISABLE_HC_SYSTEMD", "true");

    static Podman create() {
        // crun, its other runtime, wants cgroups as only systemd lays them out.
        var runc = Requires.program("runc", "runc");
        var podman = Requires.program("podman", "podman");
        // Sockets are in there, whose paths may have some 100 characters: not under target.
        var folder = newFolder();
        return new Podman(
                folder,
                List.of(
                        podman,
                        "--runtime=" + runc,
                        "--root=" + folder.resolve("root"),
                        "--runroot=" + folder.resolve("run"),
                        "--tmpdir=" + folder.resolve("tmp"),
                        "--storage-driver=vfs",
                        "--cgroup-manager=cgroupfs",
                        "--events-backend=file"));
    }

    /** What it said, if it was content. */
    String run(Object... words) {
        return tell(words).well();
    }

    /** Starts a container of this image, under the same name, without a network and with this machine's programs. */
    void start(String image, String... options) throws IOException {
        var words = Stream.of(
                Stream.of("run", "--detach", "--name=" + image, "--pull=never", "--network=none"),
                // The defaults are beyond what a root without all of its rights may ask for.
                Stream.of("--ulimit=nofile=4096:4096", "--ulimit=nproc=4096:4096", "--log-driver=k8s-file"),
                StandIn.mounts(),
                Stream.of(options),
                Stream.of(image));
        run(words.flatMap(all -> all).toArray());
    }

    Ran tell(Object... words) {
        var all = new ArrayList<>(command);
        all.addAll(List.of(words));
        return Ran.command(WITHOUT_SYSTEMD, all.toArray());
    }

    /** The files in a volume. */
    List<Path> files(String volume) {
        try (var files = Files.list(Path.of(run("volume", "inspect", "--format={{.Mountpoint}}", volume)))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void removeAll() {
        run("rm", "--force", "--all");
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("chatterbox-podman-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
