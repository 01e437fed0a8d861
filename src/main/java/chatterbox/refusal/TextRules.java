package chatterbox.refusal;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** All text rules, in their order. */
@Singleton
public final class TextRules {
    private final List<TextRule> rules;

    @Inject
    TextRules(@Any Instance<TextRule> rules) {
        this(rules.stream().toList());
    }

    public TextRules(List<TextRule> rules) {
        this.rules =
                rules.stream().sorted(Comparator.comparingInt(TextRule::order)).toList();
    }

    public void check(String field, String text) {
        rules.forEach(rule -> rule.check(field, text));
    }
}
