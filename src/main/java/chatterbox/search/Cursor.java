package chatterbox.search;

import java.util.regex.Pattern;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** A message that was found, written {@code room/seq}: where the next page goes on. */
record Cursor(String room, long seq) {
    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9-]{1,64})/(\\d{1,18})");

    static Cursor of(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw Refusal.of(Reason.MALFORMED).at("before");
        }
        return new Cursor(written.group(1), Long.parseLong(written.group(2)));
    }
}
