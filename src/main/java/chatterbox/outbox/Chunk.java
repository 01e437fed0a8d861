package chatterbox.outbox;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Events written once and offered to many outboxes: JSON objects with commas between them.
 *
 * @param bytes the text's length in UTF-8
 */
public record Chunk(String events, int bytes) {
    public static Chunk of(List<String> events) {
        return of(String.join(",", events));
    }

    public static Chunk of(String events) {
        return new Chunk(events, events.getBytes(StandardCharsets.UTF_8).length);
    }
}
