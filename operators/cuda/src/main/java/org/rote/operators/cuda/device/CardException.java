package org.rote.operators.cuda.device;

/** A card or its driver failed. The message says in which call, and what the driver says of it. */
public sealed class CardException extends RuntimeException permits DeviceMemoryException {

    private static final long serialVersionUID = 1;

    /**
     * Says what failed.
     *
     * @param message which call, and why
     */
    public CardException(String message) {
        super(message);
    }

    /**
     * Says what failed.
     *
     * @param message which call, and why
     * @param cause what was thrown
     */
    CardException(String message, Throwable cause) {
        super(message, cause);
    }
}
