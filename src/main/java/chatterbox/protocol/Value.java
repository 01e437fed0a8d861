package chatterbox.protocol;

import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * How one type of value is written and read. Reading throws {@link IllegalArgumentException} or
 * {@link ClassCastException} for a value of another kind; {@link Field} says which field it was.
 */
interface Value {
    void write(Object content, JsonGenerator json) throws IOException;

    Object read(Object from);

    static Value of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new Elements(of(list.getActualTypeArguments()[0]));
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            return new Nested(plain);
        }
        if (plain.isEnum()) {
            return new Constant(plain);
        }
        return Plain.of(plain);
    }

    record Elements(Value each) implements Value {
        @Override
        public void write(Object content, JsonGenerator json) throws IOException {
            json.writeStartArray();
            for (var element : (List<?>) content) {
                each.write(element, json);
            }
            json.writeEndArray();
        }

        @Override
        public Object read(Object from) {
            var elements = (List<?>) from;
            if (elements.contains(null)) {
                throw new IllegalArgumentException();
            }
            return elements.stream().map(each::read).toList();
        }
    }

    record Nested(Class<?> type) implements Value {
        @Override
        public void write(Object content, JsonGenerator json) throws IOException {
            Shape.of(content.getClass()).write(content, json);
        }

        @Override
        @SuppressWarnings("unchecked") // the parser makes maps with string keys only
        public Object read(Object from) {
            return Shape.of(type).read((Map<String, Object>) from);
        }
    }

    record Constant(Class<?> type) implements Value {
        @Override
        public void write(Object content, JsonGenerator json) throws IOException {
            json.writeString(code(content));
        }

        @Override
        public Object read(Object from) {
            for (var constant : type.getEnumConstants()) {
                if (code(constant).equals(from)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException();
        }

        private static String code(Object constant) {
            return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    enum Plain implements Value {
        STRING(String.class),
        BOOLEAN(boolean.class),
        INT(int.class),
        LONG(long.class),
        UUID_TEXT(UUID.class),
        INSTANT(Instant.class);

        private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                        "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);

        private final Class<?> type;

        Plain(Class<?> type) {
            this.type = type;
        }

        static Plain of(Class<?> type) {
            for (var plain : values()) {
                if (plain.type == MethodType.methodType(type).unwrap().returnType()) {
                    return plain;
                }
            }
            throw new IllegalStateException("The wire has no form for " + type);
        }

        @Override
        public void write(Object content, JsonGenerator json) throws IOException {
            switch (this) {
                case BOOLEAN -> json.writeBoolean((boolean) content);
                case INT -> json.writeNumber((int) content);
                case LONG -> json.writeNumber((long) content);
                case INSTANT -> json.writeString(MILLIS.format((Instant) content));
                default -> json.writeString(content.toString());
            }
        }

        @Override
        public Object read(Object from) {
            return switch (this) {
                case STRING -> (String) from;
                case BOOLEAN -> (Boolean) from;
                case INT -> Math.toIntExact((Long) from);
                case LONG -> (Long) from;
                case UUID_TEXT -> uuid((String) from);
                case INSTANT -> instant((String) from);
            };
        }

        private static UUID uuid(String text) {
            var id = UUID.fromString(text);
            if (!id.toString().equalsIgnoreCase(text)) { // fromString takes groups of other lengths too
                throw new IllegalArgumentException();
            }
            return id;
        }

        private static Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException wrong) {
                throw new IllegalArgumentException(wrong);
            }
        }
    }
}
