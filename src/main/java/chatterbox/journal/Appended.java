package chatterbox.journal;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * Where an entry stands, for good.
 *
 * @param digest of the command that made it
 */
public record Appended(StreamId stream, long seq, byte[] digest) {

    /** This very outcome for the same command; a {@link Refusal} {@code conflict} for another one under the same id. */
    Appended answerTo(Source source) {
        if (source.sameCommand(digest)) {
            return this;
        }
        throw Refusal.of(Reason.CONFLICT).at("id");
    }
}
