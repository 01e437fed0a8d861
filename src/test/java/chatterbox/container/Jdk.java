package chatterbox.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The JDK that servers run on: that of the tests, or the one whose number the run gives as {@code chatterbox.jdk}. */
public final class Jdk {
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");
    private static final String OF_THE_TESTS = String.valueOf(Runtime.version().feature());

    private Jdk() {}

    /** The feature number that this run asks for, such as 25. */
    public static String wanted() {
        return System.getProperty("chatterbox.jdk", OF_THE_TESTS);
    }

    /** The home of that JDK; empty when this machine has none. */
    public static Optional<Path> ofThisRun() {
        if (wanted().equals(OF_THE_TESTS)) {
            return Optional.of(Path.of(System.getProperty("java.home")));
        }
        return Optional.ofNullable(System.getenv("JDK_" + wanted() + "_HOME"))
                .map(Path::of)
                .or(Jdk::installed);
    }

    static String java() {
        return home().resolve("bin").resolve("java").toString();
    }

    /** What the servers' own scripts look for. */
    public static Map<String, String> environment() {
        return Map.of("JAVA_HOME", home().toString(), "AS_JAVA", home().toString());
    }

    private static Path home() {
        return ofThisRun().orElseThrow();
    }

    private static Optional<Path> installed() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (var homes = Files.list(INSTALLED)) {
            return homes.filter(home -> version(home).equals(wanted())).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every JDK has a file that says what it is. */
    private static String version(Path home) {
        try (var lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceFirst(".*?\"(\\d+).*", "$1"))
                    .findFirst()
                    .orElse("");
        } catch (IOException noJdk) {
            return "";
        }
    }
}
