package chatterbox.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

/**
 * A file of lines that grows at its end. It appears under its name only when its first lines are on the disk; after a kill
 * in the midst of a line the file ends in one without an end, which {@link #read} leaves out. For one thread at a time.
 */
final class Log implements AutoCloseable {
    private final FileChannel channel;
    private long end;
    private int lines;

    private Log(FileChannel channel) {
        this.channel = channel;
    }

    static List<String> read(Path file) throws IOException {
        var log = Files.exists(file) ? Files.readString(file) : "";
        return log.substring(0, log.lastIndexOf('\n') + 1).lines().toList();
    }

    /** A log of these lines, in the place of what the file was before. */
    static Log create(Path folder, String name, List<String> lines) throws IOException {
        var unfinished = folder.resolve(name + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, OwnerOnly.file(unfinished));
        var log = new Log(FileChannel.open(unfinished, StandardOpenOption.WRITE));
        try {
            log.store(lines);
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            flushNames(folder);
            return log;
        } catch (IOException e) {
            log.close();
            throw e;
        }
    }

    int lines() {
        return lines;
    }

    /** Adds a line, which need not be on the disk yet. */
    void append(String line) throws IOException {
        add(List.of(line), () -> {});
    }

    /** Adds lines, all of them or none; they are on the disk when this returns. */
    void store(List<String> more) throws IOException {
        add(more, () -> channel.force(true));
    }

    private interface Step {
        void go() throws IOException;
    }

    private void add(List<String> more, Step last) throws IOException {
        var bytes = ByteBuffer.wrap(
                more.stream().map(line -> line + "\n").collect(joining()).getBytes(UTF_8));
        var added = bytes.remaining();
        try {
            for (var at = end; bytes.hasRemaining(); ) {
                at += channel.write(bytes, at);
            }
            last.go();
        } catch (IOException e) {
            channel.truncate(end); // Nothing of it may stay behind a later line that is shorter.
            throw e;
        }
        end += added;
        lines += more.size();
    }

    void clear() throws IOException {
        channel.truncate(0);
        end = 0;
        lines = 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** A new name is on the disk when its folder is; Windows neither offers nor needs that. */
    private static void flushNames(Path folder) throws IOException {
        if (OwnerOnly.known(folder)) {
            try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
