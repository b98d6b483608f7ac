package org.rote.operators.cuda.device;

import java.util.OptionalLong;

/** A card has not as much memory as was asked for. */
public final class DeviceMemoryException extends CardException {

    private static final long serialVersionUID = 1;

    private final String call;
    private final long asked;
    private final long free;

    /**
     * Says what was asked for.
     *
     * @param call of the driver that asked
     * @param asked bytes, if the call says how many
     * @param free bytes that the card had, if it could tell
     */
    public DeviceMemoryException(String call, OptionalLong asked, OptionalLong free) {
        super(call + " failed: "
                + (asked.isPresent() ? asked.getAsLong() + " bytes were asked for" : "the card is out of memory")
                + (free.isPresent() ? ", " + free.getAsLong() + " are free" : ""));
        this.call = call;
        this.asked = asked.orElse(-1);
        this.free = free.orElse(-1);
    }

    /** The call of the driver that asked. */
    public String call() {
        return call;
    }

    /** Bytes that were asked for; empty where the call names none. */
    public OptionalLong asked() {
        return optional(asked);
    }

    /** Bytes that were free; empty where the card could not tell. */
    public OptionalLong free() {
        return optional(free);
    }

    /** Exceptions hold only what can be written into a file. */
    private static OptionalLong optional(long value) {
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
