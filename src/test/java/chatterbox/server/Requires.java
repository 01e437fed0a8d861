package chatterbox.server;

import org.junit.jupiter.api.Assumptions;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import chatterbox.container.Jdk;

/**
 * What a test needs from the machine. Without it the test is skipped on a developer's machine, and fails in CI (where
 * {@code CI=true}): a part that silently never ran would look like one that passed.
 */
public final class Requires {
    private static final List<Path> CHROMIUM = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

    private Requires() {}

    /** The path of a Chromium or Chrome that is installed, for Playwright's executablePath. */
    public static Path chromium() {
        return CHROMIUM.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing("Chromium; on Debian: apt install chromium"));
    }

    /** The home of the JDK that this run's servers need, where Debian and its like keep them. */
    public static Path jdk() {
        return Jdk.ofThisRun()
                .orElseGet(() -> missing(
                        "a JDK " + Jdk.wanted() + ", named by JDK_" + Jdk.wanted() + "_HOME or in /usr/lib/jvm"));
    }

    /** The path of a program that is installed. */
    public static Path program(String name, String debianPackage) {
        var folders = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
        return Stream.of(folders.split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing(name + "; on Debian: apt install " + debianPackage));
    }

    /** Ends a test that lacks this. */
    static <T> T missing(String what) {
        var message = "This test needs " + what;
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(message);
        }
        return Assumptions.abort(message);
    }
}
