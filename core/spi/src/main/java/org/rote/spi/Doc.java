package org.rote.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a key of the manifest means, in a few words; on a component of a config record. Shown by {@code rote describe} and in the JSON Schema. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Doc {

    /**
     * The words.
     *
     * @return a phrase without a full stop
     */
    String value();
}
