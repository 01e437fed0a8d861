package chatterbox.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;

/** A code of 100 random bits in a file that only its owner may read. The same code serves until it is used. */
final class SetupCode {
    /** Crockford's base 32: no two of its characters look alike. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 20;

    private final String code;

    private SetupCode(String code) {
        this.code = code;
    }

    /** The code in the file; a new one when there is none, or what is left of one. */
    static SetupCode in(Path file) {
        try {
            if (Files.notExists(file) || !wellFormed(Files.readString(file))) {
                create(file);
            }
            return new SetupCode(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("CHATTERBOX_DATA: cannot keep the setup code in " + file, e);
        }
    }

    boolean matches(String typed) {
        return MessageDigest.isEqual(
                plain(code).getBytes(StandardCharsets.UTF_8), plain(typed).getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return code;
    }

    private static boolean wellFormed(String code) {
        return code.matches("([" + ALPHABET + "]{5}-){3}[" + ALPHABET + "]{5}");
    }

    private static void create(Path file) throws IOException {
        // Made for its owner alone (0600), and under its name only when it is whole.
        var unfinished = Files.createTempFile(file.getParent(), ".unfinished-", "");
        Files.writeString(unfinished, random());
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        return new SecureRandom()
                .ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining())
                .replaceAll(".{5}(?!$)", "$0-");
    }

    /** As people copy codes: in any case, with other blanks and hyphens. */
    private static String plain(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }
}
