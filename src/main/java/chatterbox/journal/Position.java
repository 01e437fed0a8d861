package chatterbox.journal;

import java.time.Instant;

/**
 * An entry's place in its stream.
 *
 * @param seq 1 for the first; each next one more, without a gap
 * @param at the writer's clock in UTC, in milliseconds, never below that of the entry before
 */
public record Position(StreamId stream, long seq, Instant at) {}
