package chatterbox.protocol;

import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * Records to JSON and back, alike on every server: the servers' own JSON libraries are never asked. A record's fields
 * are its components; an {@code Optional} may be absent or null and is left out when empty; instants are ISO 8601 in UTC
 * with milliseconds; enum constants are lower case with hyphens. A record of a sealed interface carries its simple name,
 * in lower case with hyphens, as {@code type}. Unknown fields are ignored. Stateless, for any thread.
 */
public final class Codec {
    /** The version of the wire. */
    public static final int VERSION = 1;

    private static final Map<String, Class<? extends Command>> COMMANDS = byType(Command.class);
    private static final Map<String, Class<? extends Event>> EVENTS = byType(Event.class);

    private Codec() {}

    /** The JSON object of a record. */
    public static String write(Object record) {
        var text = new StringWriter(256);
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            Shape.of(record.getClass()).write(record, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /**
     * Reads a record. Throws a {@link Refusal}: {@code not-json}, or {@code missing} or {@code malformed} said of the
     * field.
     */
    public static <R> R read(Class<R> type, String json) {
        return Shape.of(type).read(Json.object(json));
    }

    /** One command frame, or a {@link Refusal}. What else the frame held is not looked at. */
    public static Command command(Map<String, Object> frame) {
        return typed(COMMANDS, frame);
    }

    /** One event of a frame, or a {@link Refusal}. */
    public static Event event(Map<String, Object> event) {
        return typed(EVENTS, event);
    }

    /** The {@code type} under which a command or an event goes over the wire. */
    public static String type(Object record) {
        return Shape.typeName(record.getClass());
    }

    /** What the JSON of every such record begins with, when {@link #write} made it. */
    public static String opening(Class<?> type) {
        return "{\"type\":\"" + Shape.typeName(type) + "\",";
    }

    /** The array frame that carries these already written events. */
    public static String frame(List<String> events) {
        return String.join(",", events).transform(joined -> "[" + joined + "]");
    }

    private static <T> T typed(Map<String, Class<? extends T>> shapes, Map<String, Object> fields) {
        if (fields.get("type") == null) {
            throw Refusal.of(Reason.MISSING).at("type");
        }
        if (!(fields.get("type") instanceof String type)) {
            throw Refusal.of(Reason.MALFORMED).at("type");
        }
        var shape = shapes.get(type);
        if (shape == null) {
            throw Refusal.of(Reason.UNKNOWN_TYPE).at("type");
        }
        return Shape.of(shape).read(fields);
    }

    private static <T> Map<String, Class<? extends T>> byType(Class<T> sealed) {
        return records(sealed).collect(Collectors.toUnmodifiableMap(Shape::typeName, type -> type.asSubclass(sealed)));
    }

    private static Stream<Class<?>> records(Class<?> family) {
        return family.isSealed()
                ? Stream.of(family.getPermittedSubclasses()).flatMap(Codec::records)
                : Stream.of(family);
    }
}
