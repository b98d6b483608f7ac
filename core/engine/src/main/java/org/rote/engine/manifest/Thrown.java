package org.rote.engine.manifest;

import org.rote.spi.InvalidInputException;

/** What was thrown, in words. */
final class Thrown {

    private Thrown() {}

    /** A refusal by a plugin that did not use the contract's exception for it. */
    static InvalidInputException refusal(IllegalArgumentException thrown) {
        InvalidInputException refusal = new InvalidInputException("", message(thrown), "");
        refusal.initCause(thrown);
        return refusal;
    }

    static String message(Exception thrown) {
        String message = thrown.getMessage();
        return message == null
                ? "is refused by the plugin (" + thrown.getClass().getSimpleName() + ")"
                : message;
    }
}
