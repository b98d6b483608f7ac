package org.rote.spi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a component of a config record that is a record itself: the keys of that record stand in the section, not in a section inside it. So several types can have keys in common, which are written once. The record checks itself as any config
 * record does, and names its own keys.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Inline {}
