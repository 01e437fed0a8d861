package chatterbox.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/**
 * JSON text to plain maps, lists, strings, longs, doubles and booleans. Strict: RFC 8259 as it is, at most
 * {@value #DEPTH} levels deep, no duplicate keys, nothing behind the value.
 */
public final class Json {
    static final int DEPTH = 32;

    static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxNumberLength(20)
                    .maxNameLength(256)
                    .build())
            .build();

    private Json() {}

    /** The fields of one JSON object, or a {@link Refusal} {@code not-json}; {@code malformed} when it is no object. */
    public static Map<String, Object> object(String text) {
        return asObject(value(text));
    }

    /** The fields of each object of one JSON array, or a {@link Refusal} as from {@link #object}. */
    public static List<Map<String, Object>> objects(String text) {
        if (!(value(text) instanceof List<?> array)) {
            throw Refusal.of(Reason.MALFORMED);
        }
        return array.stream().map(Json::asObject).toList();
    }

    private static Object value(String text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            if (json.nextToken() == null) {
                throw Refusal.of(Reason.NOT_JSON);
            }
            var value = value(json);
            if (json.nextToken() != null) {
                throw Refusal.of(Reason.NOT_JSON);
            }
            return value;
        } catch (StreamConstraintsException tooMuch) {
            throw Refusal.of(Reason.MALFORMED);
        } catch (IOException notJson) {
            throw Refusal.of(Reason.NOT_JSON);
        }
    }

    private static Map<String, Object> asObject(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw Refusal.of(Reason.MALFORMED);
        }
        var fields = new LinkedHashMap<String, Object>();
        map.forEach((name, field) -> fields.put((String) name, field));
        return fields;
    }

    private static Object value(JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case START_OBJECT -> fields(json);
            case START_ARRAY -> elements(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> wholeNumber(json);
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Object wholeNumber(JsonParser json) throws IOException {
        return switch (json.getNumberType()) {
            case INT, LONG -> json.getLongValue();
            default -> json.getDoubleValue();
        };
    }

    private static Map<String, Object> fields(JsonParser json) throws IOException {
        var fields = new LinkedHashMap<String, Object>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            var name = json.currentName();
            json.nextToken();
            fields.put(name, value(json));
        }
        return fields;
    }

    private static List<Object> elements(JsonParser json) throws IOException {
        var elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json));
        }
        return elements;
    }
}
