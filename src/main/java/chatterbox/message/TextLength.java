package chatterbox.message;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;
import chatterbox.settings.MessageSettings;

/** A message shows something, and no more than a page or two of it. */
@Singleton
final class TextLength implements PostingRule {
    private final int limit;

    @Inject
    TextLength(MessageSettings settings) {
        limit = settings.textLimit();
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public void check(Draft draft) {
        var text = draft.text();
        if (Text.isBlank(text)) {
            throw Refusal.of(Reason.EMPTY).at("text");
        }
        if (text.codePointCount(0, text.length()) > limit) {
            throw Refusal.of(Reason.TOO_LONG).at("text").with("limit", limit);
        }
    }
}
