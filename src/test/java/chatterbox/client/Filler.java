package chatterbox.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import chatterbox.delivery.OutgoingText;

/** A program that fills an outbox until the disk takes no more, then keeps one short text. Arguments: folder, server, user. */
final class Filler {
    static final String LAST = "last";

    private Filler() {}

    public static void main(String[] args) throws IOException {
        try (var outbox = FileOutbox.open(Path.of(args[0]), URI.create(args[1]), args[2])) {
            try {
                while (true) {
                    keep(outbox, "long".repeat(250));
                }
            } catch (UncheckedIOException full) {
                keep(outbox, LAST);
            }
        }
    }

    private static void keep(FileOutbox outbox, String text) {
        outbox.keep(new OutgoingText(UUID.randomUUID(), "general", text, Instant.now()));
    }
}
