package chatterbox.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a record's component comes from: its key, what it is when nobody sets it, and why. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** The environment variable's and the system property's name, without the prefix {@code CHATTERBOX_}. */
    String key();

    /** In the same form as the key's value; empty: not set. */
    String byDefault();

    /** What it does and why the default is what it is: one or two sentences. */
    String why();

    /** The least number allowed; of a duration, in seconds. */
    long min() default 0;

    /** The greatest number allowed; of a duration, in seconds. */
    long max() default Long.MAX_VALUE;
}
