package org.rote.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A contract on a subject, often a faulty one: run by {@link ContractRun} alone, passed over by the build. */
@Tag("subject")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Subject {}
