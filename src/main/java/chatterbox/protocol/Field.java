package chatterbox.protocol;

import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** One component of a record as a field of a JSON object. */
final class Field {
    private final String name;
    private final Method accessor;
    private final boolean flat;
    private final boolean optional;
    private final Value value;

    Field(RecordComponent component) {
        name = component.getName();
        accessor = component.getAccessor();
        accessor.setAccessible(true);
        flat = component.isAnnotationPresent(Flat.class);
        optional = component.getType() == Optional.class;
        value = Value.of(optional ? content(component.getGenericType()) : component.getGenericType());
    }

    void write(Object record, JsonGenerator json) throws IOException {
        var content = get(record);
        if (flat) {
            for (var entry : ((Map<?, ?>) content).entrySet()) {
                json.writePOJOField((String) entry.getKey(), entry.getValue());
            }
        } else if (!optional) {
            json.writeFieldName(name);
            value.write(content, json);
        } else if (((Optional<?>) content).isPresent()) {
            json.writeFieldName(name);
            value.write(((Optional<?>) content).get(), json);
        }
    }

    Object read(Map<String, Object> from) {
        var content = from.get(name);
        if (content != null) {
            return optional ? Optional.of(parse(content)) : parse(content);
        }
        if (optional) {
            return Optional.empty();
        }
        throw Refusal.of(Reason.MISSING).at(name);
    }

    private Object parse(Object content) {
        try {
            return value.read(content);
        } catch (IllegalArgumentException | ClassCastException | ArithmeticException wrong) {
            throw Refusal.of(Reason.MALFORMED).at(name);
        }
    }

    private Object get(Object record) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Type content(Type optional) {
        return ((ParameterizedType) optional).getActualTypeArguments()[0];
    }
}
