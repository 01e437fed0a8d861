package chatterbox.message;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** All posting rules, in their order. */
@Singleton
final class PostingRules {
    private static final Logger LOG = System.getLogger(PostingRules.class.getName());

    private final List<PostingRule> rules;

    @Inject
    PostingRules(@Any Instance<PostingRule> rules) {
        this(rules.stream().toList());
    }

    PostingRules(List<PostingRule> rules) {
        this.rules = rules.stream()
                .sorted(Comparator.comparingInt(PostingRule::order))
                .toList();
    }

    void check(Draft draft) {
        rules.forEach(rule -> ask(rule, draft));
    }

    /** A rule that cannot answer must not let anything pass. */
    private static void ask(PostingRule rule, Draft draft) {
        try {
            rule.check(draft);
        } catch (Refusal no) {
            throw no;
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "A posting rule failed: " + rule.getClass().getName(), bug);
            throw Refusal.of(Reason.BUSY).retryAfter(Duration.ofSeconds(1));
        }
    }
}
