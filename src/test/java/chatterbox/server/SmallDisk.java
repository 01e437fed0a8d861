package chatterbox.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own with room for a few MiB, which can be filled to the last byte. */
final class SmallDisk implements AutoCloseable {
    private static final byte[] BLOCK = new byte[4_096];

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** In memory; who is not root may not mount it. */
    static SmallDisk mount(int mebibytes) throws IOException {
        var parent = Files.createDirectories(Path.of("target", "disks").toAbsolutePath());
        var folder = Files.createTempDirectory(parent, "disk");
        if (run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString()) != 0) {
            Requires.missing("the right to mount a tmpfs, which root has");
        }
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    void fill() {
        try (var ballast = Files.newOutputStream(ballast())) {
            writeUntilFull(ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    @Override
    public void close() throws IOException {
        run("umount", folder.toString());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static void writeUntilFull(OutputStream file) {
        try {
            while (true) {
                file.write(BLOCK);
            }
        } catch (IOException full) {
            // As wanted.
        }
    }

    private static int run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
