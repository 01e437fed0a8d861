package chatterbox.protocol;

import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;

/** One component of a record within its JSON object. */
interface Part {
    void write(Object record, JsonGenerator json) throws IOException;

    /** The component's value out of the object's fields, or a {@code Refusal} {@code missing} or {@code malformed}. */
    Object read(Map<String, Object> from);

    /**
     * The part that a component is.
     *
     * @param names of all fields that the record's components and its type take
     */
    static Part of(RecordComponent component, Set<String> names) {
        if (!component.isAnnotationPresent(Flat.class)) {
            return new Field(component);
        }
        return component.getType().isRecord() ? new FlatRecord(component) : new FlatFields(component, names);
    }
}
