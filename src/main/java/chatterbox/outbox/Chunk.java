package chatterbox.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Events written once and offered to many outboxes: JSON objects with commas between them. Safe for threads. */
public final class Chunk {
    private final byte[] events;

    /** The frame that begins with this chunk and was made last: most receivers are sent the very same one. */
    private volatile Frame frame;

    private Chunk(String events) {
        this.events = events.getBytes(StandardCharsets.UTF_8);
    }

    public static Chunk of(List<String> events) {
        return of(String.join(",", events));
    }

    public static Chunk of(String events) {
        return new Chunk(events);
    }

    /** How long the events are in UTF-8. */
    public int bytes() {
        return events.length;
    }

    byte[] events() {
        return events;
    }

    /** All of these chunks, of which this is the first, in one frame. */
    Frame frame(List<Chunk> all) {
        var known = frame;
        if (known == null || !known.isOf(all)) {
            known = new Frame(all);
            frame = known;
        }
        return known;
    }
}
