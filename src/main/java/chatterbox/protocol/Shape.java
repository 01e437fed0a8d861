package chatterbox.protocol;

import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** What a record looks like as a JSON object: worked out once a class, by reflection over its components. */
final class Shape<R> {
    private static final ClassValue<Shape<?>> SHAPES = new ClassValue<>() {
        @Override
        protected Shape<?> computeValue(Class<?> type) {
            return new Shape<>(type);
        }
    };

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private final Optional<String> type;
    private final List<Part> parts;
    private final Constructor<R> constructor;

    private Shape(Class<R> record) {
        type = ofSealedInterface(record) ? Optional.of(typeName(record)) : Optional.empty();
        var names = Stream.concat(
                        Stream.of("type"),
                        Stream.of(record.getRecordComponents()).map(RecordComponent::getName))
                .collect(Collectors.toUnmodifiableSet());
        parts = Stream.of(record.getRecordComponents())
                .map(component -> Part.of(component, names))
                .toList();
        constructor = canonicalConstructor(record);
    }

    @SuppressWarnings("unchecked") // computeValue pairs each class with its own shape
    static <R> Shape<R> of(Class<R> record) {
        return (Shape<R>) SHAPES.get(record);
    }

    static String typeName(Class<?> record) {
        return HUMP.matcher(record.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    void write(Object record, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (type.isPresent()) {
            json.writeStringField("type", type.get());
        }
        writeFields(record, json);
        json.writeEndObject();
    }

    void writeFields(Object record, JsonGenerator json) throws IOException {
        for (var part : parts) {
            part.write(record, json);
        }
    }

    R read(Map<String, Object> from) {
        var values = parts.stream().map(part -> part.read(from)).toArray();
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException refused) {
            if (refused.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw Refusal.of(Reason.MALFORMED);
        }
    }

    private static boolean ofSealedInterface(Class<?> record) {
        return Stream.of(record.getInterfaces()).anyMatch(Class::isSealed);
    }

    private static <R> Constructor<R> canonicalConstructor(Class<R> record) {
        var parameters = Stream.of(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = record.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
