package chatterbox.hosting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;

/** Makes the ids of rooms: letters and digits that are no words, never the same twice. */
final class RoomIds {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 10;

    private RoomIds() {}

    static String fresh() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return "r-" + HexFormat.of().formatHex(bytes);
    }

    /** Of the one direct room of these people, whoever of them asks. */
    static String direct(Collection<String> usernames) {
        try {
            var names = String.join("/", usernames.stream().sorted().toList()); // no name has a slash
            var digest = MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.UTF_8));
            return "d-" + HexFormat.of().formatHex(digest, 0, 2 * BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
