package chatterbox.journal;

import java.util.concurrent.CompletableFuture;

/** An entry on its way into the log, and whoever waits for the outcome. */
record Pending(Entry entry, CompletableFuture<Appended> outcome) {
    Pending(Entry entry) {
        this(entry, new CompletableFuture<>());
    }

    Source.Key key() {
        return entry.source().key();
    }

    void refuse(Throwable why) {
        outcome.completeExceptionally(why);
    }
}
