package chatterbox.protocol;

import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Map;

/** A record whose fields stand beside the other fields of the record that holds it. */
final class FlatRecord implements Part {
    private final Accessor accessor;
    private final Shape<?> shape;

    FlatRecord(RecordComponent component) {
        accessor = new Accessor(component);
        shape = Shape.of(component.getType());
    }

    @Override
    public void write(Object record, JsonGenerator json) throws IOException {
        shape.writeFields(accessor.get(record), json);
    }

    @Override
    public Object read(Map<String, Object> from) {
        return shape.read(from);
    }
}
