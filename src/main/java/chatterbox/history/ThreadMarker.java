package chatterbox.history;

/**
 * How somebody stands to a thread.
 *
 * @param upTo the number up to which they have read it
 */
public record ThreadMarker(boolean following, long upTo) {}
