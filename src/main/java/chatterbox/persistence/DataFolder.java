package chatterbox.persistence;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

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
        try {
            create();
            var channel = FileChannel.open(file("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new IllegalStateException("CHATTERBOX_DATA: another process uses " + folder
                        + "; stop it, or name another folder for this one");
            }
            return channel;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "CHATTERBOX_DATA: cannot write to " + folder + " (" + e + "); make it writable or name another", e);
        }
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
