package chatterbox.history;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * Which part of a room's history is wanted.
 *
 * @param after only messages above this number; {@link #NONE} for the latest ones
 * @param before only messages below this number
 * @param limit how many at most, 1 to {@value #MOST}
 */
public record Window(long after, long before, int limit) {
    static final long NONE = -1;
    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** From the parameters of a request, each null when it was not sent; or a {@link Refusal} {@code malformed}. */
    public static Window of(String after, String before, String limit) {
        return new Window(
                after == null ? NONE : number("after", after, 0, Long.MAX_VALUE),
                before == null ? Long.MAX_VALUE : number("before", before, 0, Long.MAX_VALUE),
                limit(limit));
    }

    /** How many are wanted. */
    public static int limit(String limit) {
        return limit == null ? USUAL : Math.toIntExact(number("limit", limit, 1, MOST));
    }

    /** A message's number out of the address of a request. */
    public static long seq(String name, String text) {
        return number(name, text, 0, Long.MAX_VALUE);
    }

    /** A moment out of the address of a request, in ISO 8601 with its offset. */
    public static Instant instant(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException wrong) {
            throw Refusal.of(Reason.MALFORMED).at(name);
        }
    }

    /** The half of a page around a message that holds it and the newer ones. */
    static Window from(long seq, int limit) {
        return new Window(seq - 1, Long.MAX_VALUE, limit - limit / 2);
    }

    /** The half with the older ones. */
    static Window upTo(long seq, int limit) {
        return new Window(NONE, seq, limit / 2);
    }

    /** Whether to read on from {@link #after}; else the latest messages are wanted. */
    boolean forward() {
        return after != NONE;
    }

    private static long number(String name, String text, long least, long most) {
        try {
            var number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            // Said below.
        }
        throw Refusal.of(Reason.MALFORMED).at(name);
    }
}
