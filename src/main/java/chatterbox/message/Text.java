package chatterbox.message;

import java.util.regex.Pattern;

/** What people type, and what of it counts. */
final class Text {
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n?");

    /** Default_Ignorable_Code_Point of Unicode 16 without what is of category Cf, and the empty Braille pattern. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F"
            + "\\u2065\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\uFFF0-\\uFFF8\\x{E0000}-\\x{E0FFF}]");

    private Text() {}

    /** As it was typed, but with plain line breaks and nothing empty behind the last line. */
    static String tidy(String typed) {
        return LINE_BREAK.matcher(typed).replaceAll("\n").stripTrailing();
    }

    /** Whether there is nothing to see: spaces of any kind and invisible characters only. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(Text::unseen);
    }

    private static boolean unseen(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || INVISIBLE.matcher(Character.toString(codePoint)).matches();
    }
}
