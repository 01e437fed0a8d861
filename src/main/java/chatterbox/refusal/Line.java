package chatterbox.refusal;

import java.util.regex.Pattern;

/** What something may be called: one line that can be seen and that leaves the text around it alone. */
public final class Line {
    /** Line breaks, and the marks that turn the direction of what follows (UAX 9). */
    private static final Pattern UNRULY =
            Pattern.compile("[\\t\\r\\n\\u0085\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern VISIBLE =
            Pattern.compile("[\\p{L}\\p{N}\\p{S}\\p{P}&&[^\\u115F\\u1160\\u3164\\uFFA0]]");

    private Line() {}

    /** The line as it is kept, or a {@link Refusal} said of the field. */
    public static String choose(TextRules rules, String field, String chosen, int longest) {
        var line = chooseOrNothing(rules, field, chosen, longest);
        if (!VISIBLE.matcher(line).find()) {
            throw Refusal.of(Reason.EMPTY).at(field);
        }
        return line;
    }

    /** The same for what need not say anything. */
    public static String chooseOrNothing(TextRules rules, String field, String chosen, int longest) {
        if (chosen.codePointCount(0, chosen.length()) > longest) {
            throw Refusal.of(Reason.TOO_LONG).at(field).with("limit", longest);
        }
        rules.check(field, chosen);
        if (UNRULY.matcher(chosen).find()) {
            throw Refusal.of(Reason.NAME_INVALID).at(field);
        }
        return chosen.strip();
    }
}
