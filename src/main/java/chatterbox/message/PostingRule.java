package chatterbox.message;

/**
 * A rule about posting: a port. Rules are collected by CDI and asked in ascending {@link #order()}, after the membership
 * and before the journal; they work in memory and in bounded time. A rule that fails refuses as busy.
 */
public interface PostingRule {
    int order();

    /** Throws a {@code Refusal} when the draft may not be posted. For any thread. */
    void check(Draft draft);
}
