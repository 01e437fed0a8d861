package chatterbox.journal;

import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;

/** An entry as the log keeps it: its number and the JSON object that followers are sent. */
public record Logged(long seq, String json) {

    /** Whether it tells this kind of fact; without parsing, since the codec writes the type first. */
    public boolean tells(Class<? extends Event.Fact> kind) {
        return json.startsWith(Codec.opening(kind));
    }
}
