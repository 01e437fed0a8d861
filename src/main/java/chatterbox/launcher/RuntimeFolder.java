package chatterbox.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The temporary folder that the server unpacks itself into, some 150 MB. It goes when the process ends; what a kill -9
 * left behind goes at the next start.
 *
 * <p>Beside each folder stands a file that its process holds a lock on. The file is there, and locked, before the folder
 * is made, and nobody but the lock's holder removes it; so a folder is in use exactly as long as its file is locked.
 */
final class RuntimeFolder {
    private static final String PREFIX = "chatterbox-server-";
    private static final String LOCK = ".lock";
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    /** For as long as the process lives: a channel that nobody refers to is closed, and its lock goes with it. */
    private static FileChannel held;

    private RuntimeFolder() {}

    static Path claim() throws IOException {
        var lock = lock();
        removeLeftOvers(lock);
        var folder = Files.createDirectory(folderOf(lock));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Trees.deleteAtExit(lock, folder), "runtime-folder"));
        return folder;
    }

    /** Another start may take the new file for a left-over and remove it before it is locked: then once more. */
    private static Path lock() throws IOException {
        Path lock;
        do {
            lock = Files.createTempFile(TEMPORARY, PREFIX, LOCK);
            held = FileChannel.open(lock, StandardOpenOption.WRITE);
            held.lock();
        } while (Files.notExists(lock));
        return lock;
    }

    private static void removeLeftOvers(Path own) throws IOException {
        try (var files = Files.newDirectoryStream(TEMPORARY, PREFIX + "*")) {
            for (var file : files) {
                removeIfLeft(file, own);
            }
        }
    }

    private static void removeIfLeft(Path file, Path own) {
        try {
            if (file.equals(own)
                    || !Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))) {
                return;
            }
            if (file.toString().endsWith(LOCK)) {
                removeUnlessHeld(file);
            } else if (Files.notExists(lockOf(file))) {
                Trees.delete(file);
            }
        } catch (IOException e) {
            // Another start removes it at the same time; or the next one will.
        }
    }

    private static void removeUnlessHeld(Path lock) throws IOException {
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free != null) {
                Trees.delete(folderOf(lock));
                Files.deleteIfExists(lock);
            }
        }
    }

    private static Path folderOf(Path lock) {
        var path = lock.toString();
        return Path.of(path.substring(0, path.length() - LOCK.length()));
    }

    private static Path lockOf(Path folder) {
        return Path.of(folder + LOCK);
    }
}
