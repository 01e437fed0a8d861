package chatterbox.live;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Puts a text frame together from its parts and watches its size, since servers differ in whether they do (WildFly
 * ignores a limit, Payara answers with another close code). For one thread at a time, as servers deliver.
 */
final class Inbound {
    /** Of UTF-8, whatever the number of characters. */
    static final int LIMIT_BYTES = 65_536;

    private final StringBuilder text = new StringBuilder();
    private int bytes;

    /** The whole frame once its last part is there. */
    Optional<String> add(String part, boolean last) throws TooLarge {
        bytes += part.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LIMIT_BYTES) {
            text.setLength(0);
            throw new TooLarge();
        }
        text.append(part);
        return last ? Optional.of(take()) : Optional.empty();
    }

    private String take() {
        var whole = text.toString();
        text.setLength(0);
        bytes = 0;
        return whole;
    }

    /** The frame is over the limit; what was there of it is forgotten. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super(null, null, false, false);
        }
    }
}
