package chatterbox.revision;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** What counts as one emoji: the sequences of Unicode's UTS #51, whichever of them a system can draw. */
final class Emoji {
    private static final int MOST_CHARS = 64;
    private static final Pattern KEY_OR_FLAG = Pattern.compile("[0-9#*]\\uFE0F?\\u20E3|[\\x{1F1E6}-\\x{1F1FF}]{2}");
    private static final Pattern PICTURE =
            Pattern.compile("[\\u00A9\\u00AE\\u203C\\u2049\\u2122\\u2139\\u2194-\\u21AA\\u231A-\\u23FF\\u24C2"
                    + "\\u25AA-\\u25FE\\u2600-\\u27BF\\u2934\\u2935\\u2B05-\\u2B55\\u3030\\u303D\\u3297\\u3299"
                    + "\\x{1F000}-\\x{1F1E5}\\x{1F200}-\\x{1F3FA}\\x{1F400}-\\x{1FAFF}]"
                    + "[\\uFE0F\\x{1F3FB}-\\x{1F3FF}]?[\\x{E0020}-\\x{E007F}]*");

    /** Joins pictures to one, such as a family. */
    private static final Pattern JOINER = Pattern.compile("\u200D");

    private Emoji() {}

    /** The same text; or a {@link Refusal} {@code malformed} when it is anything but one emoji. */
    static String require(String text) {
        if (text.length() > MOST_CHARS || !isOne(text)) {
            throw Refusal.of(Reason.MALFORMED).at("emoji");
        }
        return text;
    }

    private static boolean isOne(String text) {
        return KEY_OR_FLAG.matcher(text).matches()
                || Stream.of(JOINER.split(text, -1))
                        .allMatch(part -> PICTURE.matcher(part).matches());
    }
}
