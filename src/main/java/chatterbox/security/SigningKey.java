package chatterbox.security;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import javax.crypto.spec.SecretKeySpec;

/**
 * A key that signs access tokens. Its id is the time it was made, to the millisecond, and its file's name too: copying
 * the folder does not change its age.
 */
record SigningKey(String id, byte[] secret) {
    static final String SUFFIX = ".key";

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static SigningKey create(Path folder, Instant now) {
        var id = ID.format(now);
        return new SigningKey(id, SecretFile.create(folder.resolve(id + SUFFIX)));
    }

    static SigningKey read(Path file) {
        var name = file.getFileName().toString();
        var key = new SigningKey(name.substring(0, name.length() - SUFFIX.length()), SecretFile.read(file));
        key.madeAt();
        return key;
    }

    Instant madeAt() {
        try {
            return ID.parse(id, Instant::from);
        } catch (DateTimeException foreign) {
            throw new IllegalStateException(
                    "CHATTERBOX_DATA: " + id + SUFFIX + " is no signing key of ours; take it away", foreign);
        }
    }

    SecretKeySpec hmac() {
        return new SecretKeySpec(secret, "HmacSHA256");
    }
}
