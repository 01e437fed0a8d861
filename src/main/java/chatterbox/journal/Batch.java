package chatterbox.journal;

import java.util.List;

/** What one commit added to one stream: at least one entry, in order, without a gap. */
public record Batch(StreamId stream, List<Logged> entries) {
    public long first() {
        return entries.get(0).seq();
    }

    public long last() {
        return entries.get(entries.size() - 1).seq();
    }
}
