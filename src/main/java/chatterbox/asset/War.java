package chatterbox.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;

/**
 * The files of the WAR. The start hands the context in: to inject it works inside of requests only on some servers, and
 * the start is none.
 */
@Singleton
public final class War {
    private volatile ServletContext context;

    /** Before anything is read. */
    public void open(ServletContext deployed) {
        context = deployed;
    }

    /** The paths of all files in the folder and below, which both begin and end with a slash. */
    Stream<String> files(String folder) {
        return Optional.ofNullable(context.getResourcePaths(folder)).stream()
                .flatMap(paths -> paths.stream())
                .flatMap(path -> path.endsWith("/") ? files(path) : Stream.of(path));
    }

    /** The file at the path, which begins with a slash; empty when there is none. */
    public Optional<byte[]> read(String path) {
        try (var file = context.getResourceAsStream(path)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
