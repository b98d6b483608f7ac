package org.rote.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The SI unit of a physical value; on a component of type {@code double}, {@code double[]}, {@code List<Double>}, {@code List<List<Double>>} or an {@link
 * java.util.Optional} of one. The manifest must then write the value with a unit of the same dimension ({@code 2 km/s} for {@code @Unit("m/s")}), and the record
 * receives it in this unit; a bare number is an error.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Unit {

    /**
     * The unit, as {@link Quantity#parse} reads it.
     *
     * @return for example {@code m}, {@code Hz}, {@code m/s}, {@code byte}
     */
    String value();
}
