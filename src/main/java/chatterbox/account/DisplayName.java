package chatterbox.account;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.refusal.Line;
import chatterbox.refusal.Refusal;
import chatterbox.refusal.TextRules;

/** What a person may be shown as. */
@Singleton
final class DisplayName {
    private static final int LONGEST = 64;

    private final TextRules rules;

    @Inject
    DisplayName(TextRules rules) {
        this.rules = rules;
    }

    /** The name as it is kept, or a {@link Refusal} said of {@code displayName}. */
    String choose(String chosen) {
        return Line.choose(rules, "displayName", chosen, LONGEST);
    }
}
