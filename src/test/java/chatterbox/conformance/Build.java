package chatterbox.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/** The front end's build as it lies in the WAR. */
final class Build {
    private static final String WAR = "target/chatterbox.war";
    private static final String FOLDER = "WEB-INF/assets/";

    private Build() {}

    /** The paths of all files but the compressed forms of others, such as {@code assets/index-1a2b3c.js}. */
    static List<String> files() {
        try (var war = new ZipFile(WAR)) {
            return war.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(FOLDER))
                    .map(entry -> entry.getName().substring(FOLDER.length()))
                    .filter(path -> !path.matches(".*\\.(br|gz)"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a file; empty when there is none. */
    static Optional<byte[]> read(String path) {
        try (var war = new ZipFile(WAR)) {
            var entry = war.getEntry(FOLDER + path);
            return entry == null
                    ? Optional.empty()
                    : Optional.of(war.getInputStream(entry).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a file is served. */
    static String address(String path) {
        return "/" + path.replaceFirst("^index\\.html$|\\.html$", "");
    }

    /** The first file that is like this. */
    static String address(String path, String ending) {
        return files().stream()
                .filter(file -> file.startsWith(path) && file.endsWith(ending))
                .map(Build::address)
                .findFirst()
                .orElseThrow();
    }
}
