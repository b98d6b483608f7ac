package org.rote.operators.cuda.device;

/** A card has not as much memory as was asked for. */
public final class DeviceMemoryException extends RuntimeException {

    private final long asked;
    private final long free;

    /**
     * Says what was asked for.
     *
     * @param asked bytes
     * @param free bytes that the card had
     */
    public DeviceMemoryException(long asked, long free) {
        super(asked + " bytes were asked for, " + free + " are free on the card");
        this.asked = asked;
        this.free = free;
    }

    /** Bytes that were asked for. */
    public long asked() {
        return asked;
    }

    /** Bytes that were free. */
    public long free() {
        return free;
    }
}
