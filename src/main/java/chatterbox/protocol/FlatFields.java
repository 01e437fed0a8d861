package chatterbox.protocol;

import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A map whose entries, texts, numbers and booleans, stand beside the record's other fields: what no other component takes. */
final class FlatFields implements Part {
    private final Accessor accessor;
    private final Set<String> taken;

    FlatFields(RecordComponent component, Set<String> taken) {
        accessor = new Accessor(component);
        this.taken = taken;
    }

    @Override
    public void write(Object record, JsonGenerator json) throws IOException {
        for (var entry : ((Map<?, ?>) accessor.get(record)).entrySet()) {
            json.writeFieldName((String) entry.getKey());
            json.writePOJO(entry.getValue()); // texts, numbers and booleans; the generator refuses the rest
        }
    }

    @Override
    public Object read(Map<String, Object> from) {
        var rest = new HashMap<String, Object>(from);
        rest.keySet().removeAll(taken);
        rest.values().removeIf(value -> value == null || value instanceof Map || value instanceof List);
        return Map.copyOf(rest);
    }
}
