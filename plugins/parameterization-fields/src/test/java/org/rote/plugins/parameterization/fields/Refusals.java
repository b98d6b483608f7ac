package org.rote.plugins.parameterization.fields;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.rote.spi.InvalidInputException;

/** What is said of bad input. */
final class Refusals {

    private Refusals() {}

    static String of(ThrowingCallable call) {
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, call);
        return refusal == null ? "no refusal" : String.valueOf(refusal.getMessage());
    }
}
