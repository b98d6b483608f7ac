package org.rote.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a key has when the manifest leaves it out, written as in YAML ({@code "0.3"}, {@code "10 m"}, {@code "[]"}, {@code "{ type: linear }"}); on a component of a config
 * record. A component without one is required, unless it is an {@link java.util.Optional}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {

    /**
     * The YAML.
     *
     * @return one line of YAML
     */
    String value();
}
