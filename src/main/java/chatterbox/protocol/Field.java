package chatterbox.protocol;

import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;

import chatterbox.refusal.Reason;
import chatterbox.refusal.Refusal;

/** A component that is one field of the JSON object; an {@code Optional} one need not be there. */
final class Field implements Part {
    private final String name;
    private final Accessor accessor;
    private final boolean optional;
    private final Value value;

    Field(RecordComponent component) {
        name = component.getName();
        accessor = new Accessor(component);
        optional = component.getType() == Optional.class;
        value = Value.of(optional ? content(component.getGenericType()) : component.getGenericType());
    }

    @Override
    public void write(Object record, JsonGenerator json) throws IOException {
        var content = accessor.get(record);
        if (optional) {
            content = ((Optional<?>) content).orElse(null);
        }
        if (content != null) {
            json.writeFieldName(name);
            value.write(content, json);
        }
    }

    @Override
    public Object read(Map<String, Object> from) {
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

    private static Type content(Type optional) {
        return ((ParameterizedType) optional).getActualTypeArguments()[0];
    }
}
