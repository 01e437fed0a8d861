package chatterbox.outbox;

import java.nio.charset.StandardCharsets;

/** What is in a chunk, for tests of those who make them. */
public final class Chunks {
    private Chunks() {}

    public static String text(Chunk chunk) {
        return new String(chunk.events(), StandardCharsets.UTF_8);
    }
}
