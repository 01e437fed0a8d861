package chatterbox.security;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * 256 random bits in a file of their own, as base64url without padding. A file appears under its name only when it is
 * whole and on the disk, and from its first moment only its owner may read it.
 */
final class SecretFile {
    static final int BYTES = 32;

    private static final String UNFINISHED = ".unfinished-";
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretFile() {}

    static byte[] read(Path file) {
        try {
            var secret = Base64.getUrlDecoder().decode(Files.readString(file).strip());
            if (secret.length == BYTES) {
                return secret;
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(lost(file), unreadable);
        }
        throw new IllegalStateException(lost(file));
    }

    static byte[] create(Path file) {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        try {
            Files.createDirectories(file.getParent());
            // A temporary file is made for its owner alone (0600), wherever there are such permissions.
            var unfinished = Files.createTempFile(file.getParent(), UNFINISHED, "");
            write(unfinished, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            flushName(file.getParent());
            return secret;
        } catch (IOException e) {
            throw new IllegalStateException("CHATTERBOX_DATA: cannot write " + file + " (" + e + ")", e);
        }
    }

    /** What to say when a secret is not there, or is not one: making a new one would lock everybody out in silence. */
    static String lost(Path file) {
        return "CHATTERBOX_DATA: " + file + " is missing, unreadable or damaged. Put it back from the backup, "
                + "readable for the user that runs the server; it is never made anew for a database in use";
    }

    /** What a crash in the midst of making a secret leaves; nobody has ever used it. */
    static boolean unfinished(Path file) {
        return file.getFileName().toString().startsWith(UNFINISHED);
    }

    private static void write(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.US_ASCII.encode(text + "\n"));
            channel.force(true);
        }
    }

    /** A new name is on the disk when its folder is; Windows neither offers nor needs that. */
    private static void flushName(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
