package chatterbox.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;

/**
 * Who made an entry, under which id, out of which command: what makes the same command, sent again, the same entry.
 *
 * @param author a user name
 * @param id made by the client, once a command
 * @param digest of the submitted command; the same id with another digest is a conflict
 */
public record Source(String author, UUID id, byte[] digest) {
    private static final int DIGEST_BYTES = 16;

    /** The source of a command whose parts are these texts. */
    public static Source of(String author, UUID id, String... command) {
        return new Source(author, id, digestOf(command));
    }

    Key key() {
        return new Key(author, id);
    }

    boolean sameCommand(byte[] other) {
        return Arrays.equals(digest, other);
    }

    private static byte[] digestOf(String... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update(
                        (bytes.length + ":").getBytes(StandardCharsets.US_ASCII)); // no two lists of parts read alike
                sha.update(bytes);
            }
            return Arrays.copyOf(sha.digest(), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is unique among all entries of all streams. */
    record Key(String author, UUID id) {}
}
