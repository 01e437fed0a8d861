package chatterbox.persistence;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.settings.StorageSettings;

/**
 * The owner-only folder that holds everything worth a backup. Opening it takes a lock for as long as the process lives,
 * so that two servers never write to one folder; the operating system lets go of it after a kill -9 too.
 */
@Singleton
public class DataFolder {
    private static final Logger LOG = System.getLogger(DataFolder.class.getName());

    private final Path folder;
    private final FileChannel lock;

    /** Throws, with the setting and the mend, when the folder is not there to be written to, or is in use. */
    @Inject
    public DataFolder(StorageSettings settings) {
        folder = settings.data();
        lock = open();
        LOG.log(Level.INFO, "Data folder: {0}", folder);
        if (folder.startsWith(Path.of(System.getProperty("java.io.tmpdir")))) {
            LOG.log(Level.WARNING, "CHATTERBOX_DATA: {0} is a temporary folder; it may be emptied any time", folder);
        }
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    @PreDestroy
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Cannot let go of the data folder", e);
        }
    }

    private FileChannel open() {
        refuseFilesOnTheWay();
        try {
            create();
        } catch (IOException e) {
            throw refused("cannot make the folder " + folder + " (" + reason(e)
                    + "); make the one above it writable for " + "this server's user, or name another");
        }
        try {
            return lock();
        } catch (IOException e) {
            throw refused("cannot write to the folder " + folder + " (" + reason(e) + "); make it writable for this "
                    + "server's user, or name another");
        }
    }

    private void refuseFilesOnTheWay() {
        Stream.iterate(folder, path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path) && !Files.isDirectory(path))
                .findFirst()
                .ifPresent(file -> {
                    throw refused(folder + " cannot be a folder, since " + file + " is a file; name another");
                });
    }

    private FileChannel lock() throws IOException {
        var channel = FileChannel.open(file("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw refused("another process uses " + folder + "; stop it, or name another folder for this one");
        }
        return channel;
    }

    private static IllegalStateException refused(String why) {
        return new IllegalStateException("CHATTERBOX_DATA: " + why);
    }

    /** The system's own words where there are some; the exception's kind says the rest, and the path is told anyway. */
    private static String reason(IOException e) {
        return e instanceof FileSystemException fault && fault.getReason() != null
                ? fault.getReason()
                : e.getClass().getSimpleName().replace("Exception", "");
    }

    private void create() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }
}
