package chatterbox.protocol;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/** Reads one component of a record, which need not be public. */
final class Accessor {
    private final Method method;

    Accessor(RecordComponent component) {
        method = component.getAccessor();
        method.setAccessible(true);
    }

    Object get(Object record) {
        try {
            return method.invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
