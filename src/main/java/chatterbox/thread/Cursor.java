package chatterbox.thread;

import java.time.Instant;
import java.util.regex.Pattern;

import chatterbox.history.Window;
import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** A thread of a list, written {@code lastAt/room/root}: where the next page goes on. */
record Cursor(Instant lastAt, String room, long root) {
    /** In front of all, and as late as databases have moments. */
    static final Cursor NEWEST = new Cursor(Instant.parse("2200-01-01T00:00:00Z"), "", 0);

    private static final Pattern WRITTEN = Pattern.compile("([0-9TZ:.+-]{1,40})/([a-z0-9-]{1,64})/(\\d{1,18})");

    static Cursor of(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw Refusal.of(Reason.MALFORMED).at("before");
        }
        var lastAt = Window.instant("before", written.group(1));
        if (lastAt.isBefore(Instant.EPOCH) || lastAt.isAfter(NEWEST.lastAt)) {
            throw Refusal.of(Reason.MALFORMED).at("before");
        }
        return new Cursor(lastAt, written.group(2), Long.parseLong(written.group(3)));
    }
}
