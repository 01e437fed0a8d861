package chatterbox.message;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.refusal.TextRules;

/** What holds for every text holds for messages. */
@Singleton
final class TextOfMessage implements PostingRule {
    private final TextRules rules;

    @Inject
    TextOfMessage(TextRules rules) {
        this.rules = rules;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void check(Draft draft) {
        rules.check("text", draft.text());
    }
}
