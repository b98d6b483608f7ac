package org.rote.operators.cuda.waves;

import java.util.Optional;
import java.util.function.Supplier;
import org.rote.operators.cuda.device.Device;

/** A card that is opened when it is first needed, and closed when its owner is closed and nobody holds it any more. Not for several threads at once. */
final class Card {

    private final Supplier<Device> opener;
    private Optional<Device> device = Optional.empty();
    private int holders;
    private boolean closed;

    Card(Supplier<Device> opener) {
        this.opener = opener;
    }

    /** For the owner: the card, open until {@link #close}. */
    Device open() {
        closed = false;
        if (device.isEmpty()) {
            device = Optional.of(opener.get());
        }
        return device.get();
    }

    /** The open card stays open until {@link #release}. */
    void hold() {
        holders++;
    }

    /** For a holder: the card, which the owner may have closed. */
    Device held() {
        return device.orElseThrow();
    }

    void release() {
        holders--;
        closeIfUnused();
    }

    /** The owner needs it no longer, or not for now. */
    void close() {
        closed = true;
        closeIfUnused();
    }

    private void closeIfUnused() {
        if (closed && holders == 0) {
            Optional<Device> open = device;
            device = Optional.empty();
            open.ifPresent(Device::close);
        }
    }
}
