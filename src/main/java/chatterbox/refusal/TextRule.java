package chatterbox.refusal;

/**
 * A rule about any text that people show to each other: messages, display names, room names. Rules are collected by CDI
 * and asked in ascending {@link #order()}; they work in memory and in bounded time.
 */
public interface TextRule {
    int order();

    /**
     * Throws a {@link Refusal} said of {@code field} when the text may not be shown.
     */
    void check(String field, String text);
}
