package chatterbox.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * The one secret that lives as long as the database: every key that must not change is derived from it, each under a
 * label of its own. Made at the first start, before any other secret.
 */
@Singleton
public final class MasterSecret {
    private static final String FILE = "master.secret";

    private final byte[] secret;

    @Inject
    public MasterSecret(Safe safe) {
        var file = safe.folder().resolve(FILE);
        if (!Files.exists(file) && (safe.used() || !empty(safe.folder()))) {
            throw new IllegalStateException(SecretFile.lost(file));
        }
        secret = Files.exists(file) ? SecretFile.read(file) : SecretFile.create(file);
    }

    /** 384 bits for one purpose, which say nothing about those for another (an expansion as in RFC 5869, one block). */
    byte[] derive(String label) {
        return Hmac.sha384(secret, label.getBytes(StandardCharsets.US_ASCII), new byte[] {1});
    }

    private static boolean empty(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var files = Files.list(folder)) {
            return files.allMatch(SecretFile::unfinished);
        } catch (IOException e) {
            throw new IllegalStateException("CHATTERBOX_DATA: cannot read " + folder + " (" + e + ")", e);
        }
    }
}
