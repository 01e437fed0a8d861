package chatterbox.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The temporary folder that the server unpacks itself into, some 150 MB. It goes when the process ends; what a kill -9
 * left behind goes at the next start. A lock beside each folder tells which ones are in use.
 */
final class RuntimeFolder {
    private static final String PREFIX = "chatterbox-server-";
    private static final String LOCK = ".lock";
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    /** For as long as the process lives: a channel that nobody refers to is closed, and its lock goes with it. */
    private static FileChannel held;

    private RuntimeFolder() {}

    static Path claim() throws IOException {
        var lock = Files.createTempFile(TEMPORARY, PREFIX, LOCK);
        hold(lock);
        removeLeftOvers(lock);
        var folder = Files.createDirectory(folderOf(lock));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> removeAtExit(folder, lock), "runtime-folder"));
        return folder;
    }

    private static void hold(Path lock) throws IOException {
        held = FileChannel.open(lock, StandardOpenOption.WRITE);
        held.lock();
    }

    private static void removeLeftOvers(Path own) throws IOException {
        try (var locks = Files.newDirectoryStream(TEMPORARY, PREFIX + "*" + LOCK)) {
            for (var lock : locks) {
                removeUnlessInUse(lock, own);
            }
        }
    }

    private static void removeUnlessInUse(Path lock, Path own) {
        try {
            if (!lock.equals(own) && Files.getOwner(lock).equals(Files.getOwner(own))) {
                removeUnlessHeld(lock);
            }
        } catch (IOException e) {
            // Another start that removes it at the same time; or the next one will.
        }
    }

    private static void removeUnlessHeld(Path lock) throws IOException {
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free != null) {
                remove(folderOf(lock));
                Files.deleteIfExists(lock);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The server's own hooks run beside this one and still need the files: the JVM deletes them after all hooks. */
    private static void removeAtExit(Path folder, Path lock) {
        lock.toFile().deleteOnExit();
        try (var files = Files.walk(folder)) {
            files.forEach(file -> file.toFile().deleteOnExit());
        } catch (IOException | UncheckedIOException gone) {
            // Whatever is left, the next start removes.
        }
    }

    private static Path folderOf(Path lock) {
        var path = lock.toString();
        return Path.of(path.substring(0, path.length() - LOCK.length()));
    }
}
