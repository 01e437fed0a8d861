package chatterbox.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

import chatterbox.delivery.OutgoingText;
import chatterbox.protocol.Codec;
import chatterbox.protocol.Json;
import chatterbox.refusal.Refusal;

/**
 * Keeps texts in a file of their account's, for its owner alone (0600), so that they outlive the program and a kill -9.
 *
 * <p>The file is a log, one JSON object a line: a text as it is now, or the id of one that is {@code gone}. A text is on
 * the disk when {@link #keep} returns; that one is gone need not be, since what is sent once too often is recognised by
 * its id. The log is written anew when it is opened and when it has grown, and emptied when the last text is gone.
 *
 * <p>One program at a time: a lock beside the file lasts as long as the process does. For any thread.
 */
public final class FileOutbox implements Outbox {
    private static final int MOST_DEAD_LINES = 1_000;

    private record Gone(UUID gone) {}

    private final Path folder;
    private final String name;
    private final FileChannel lock;
    private final MemoryOutbox live = new MemoryOutbox();
    private Log log;

    private FileOutbox(Path folder, String name, FileChannel lock) throws IOException {
        this.folder = folder;
        this.name = name;
        this.lock = lock;
        for (var line : Log.read(folder.resolve(name))) {
            apply(line);
        }
        log = writeAnew();
    }

    /**
     * Opens the outbox of one account on one server, in a folder that is made if need be.
     *
     * @throws IOException when another program has it open, or it cannot be read or written
     */
    public static FileOutbox open(Path folder, URI server, String username) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, OwnerOnly.folder(folder));
        }
        var account = username + "@" + server.getAuthority() + server.getPath().replaceFirst("/$", "");
        var name = URLEncoder.encode(account, StandardCharsets.UTF_8) + ".outbox";
        var lock = lock(folder.resolve(name + ".lock"));
        try {
            return new FileOutbox(folder, name, lock);
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    @Override
    public List<OutgoingText> texts() {
        return live.texts();
    }

    @Override
    public synchronized void keep(OutgoingText text) {
        try {
            trim();
            log.store(List.of(Codec.write(text)));
            live.keep(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void forget(UUID id) {
        live.forget(id);
        try {
            if (live.texts().isEmpty()) {
                log.clear();
            } else {
                trim();
                log.append(Codec.write(new Gone(id)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try (lock) {
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void apply(String line) throws IOException {
        try {
            if (Json.object(line).containsKey("gone")) {
                live.forget(Codec.read(Gone.class, line).gone());
            } else {
                live.keep(Codec.read(OutgoingText.class, line));
            }
        } catch (Refusal damaged) {
            throw new IOException("This outbox is damaged; mend it or move it away: " + folder.resolve(name));
        }
    }

    private void trim() throws IOException {
        if (log.lines() > MOST_DEAD_LINES + 2 * live.texts().size()) {
            var old = log;
            log = writeAnew();
            old.close();
        }
    }

    private Log writeAnew() throws IOException {
        return Log.create(folder, name, live.texts().stream().map(Codec::write).toList());
    }

    private static FileChannel lock(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new IOException("Another program has this outbox open: " + file);
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }
}
