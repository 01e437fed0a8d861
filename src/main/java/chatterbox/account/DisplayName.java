package chatterbox.account;

import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.refusal.TextRules;

/** What a person may be shown as: one line of anything that can be seen and that leaves the text around it alone. */
@Singleton
final class DisplayName {
    private static final int LONGEST = 64;

    /** Line breaks, and the marks that turn the direction of what follows (UAX 9). */
    private static final Pattern UNRULY =
            Pattern.compile("[\\t\\r\\n\\u0085\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern VISIBLE =
            Pattern.compile("[\\p{L}\\p{N}\\p{S}\\p{P}&&[^\\u115F\\u1160\\u3164\\uFFA0]]");

    private final TextRules rules;

    @Inject
    DisplayName(TextRules rules) {
        this.rules = rules;
    }

    /** The name as it is kept, or a {@link Refusal} said of {@code displayName}. */
    String choose(String chosen) {
        if (chosen.codePointCount(0, chosen.length()) > LONGEST) {
            throw Refusal.of(Reason.TOO_LONG).at("displayName").with("limit", LONGEST);
        }
        rules.check("displayName", chosen);
        if (UNRULY.matcher(chosen).find()) {
            throw Refusal.of(Reason.NAME_INVALID).at("displayName");
        }
        if (!VISIBLE.matcher(chosen).find()) {
            throw Refusal.of(Reason.EMPTY).at("displayName");
        }
        return chosen.strip();
    }
}
