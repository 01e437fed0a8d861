package chatterbox.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import chatterbox.protocol.Codec;
import chatterbox.protocol.Event;
import chatterbox.protocol.Json;
import chatterbox.refusal.Refusal;

/**
 * One event as it came. Of a newer server's that we do not know, its place in a stream's log counts all the same: else it
 * would look like a gap.
 *
 * @param event empty when this version does not know it
 * @param seq its number in the log of the room or of the user, where it is a fact
 */
record Heard(Optional<Event> event, Optional<String> room, Optional<String> user, Optional<Long> seq) {

    /** The events of a frame; none of one that is not understood at all. */
    static List<Heard> frame(String frame) {
        try {
            return Json.objects(frame).stream().map(Heard::of).toList();
        } catch (Refusal notAFrame) {
            return List.of();
        }
    }

    private static Heard of(Map<String, Object> fields) {
        return new Heard(event(fields), text(fields, "room"), text(fields, "user"), seq(fields));
    }

    private static Optional<Event> event(Map<String, Object> fields) {
        try {
            return Optional.of(Codec.event(fields));
        } catch (Refusal unknown) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** What has a number and a time is a fact. */
    private static Optional<Long> seq(Map<String, Object> fields) {
        return fields.get("seq") instanceof Long seq && fields.containsKey("at") ? Optional.of(seq) : Optional.empty();
    }
}
