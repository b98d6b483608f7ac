package org.rote.engine.plugins;

import java.util.List;
import java.util.Optional;

/** Everything the loaded plugins offer. */
public interface Catalog {

    /**
     * The offers of one kind.
     *
     * @param point the kind
     * @param <T> the contract
     * @return the offers, sorted by name
     */
    <T> List<Offer<T>> offers(ExtensionPoint<T> point);

    /**
     * The offer of a name.
     *
     * @param point the kind
     * @param name the factory's name
     * @param <T> the contract
     * @return the offer, or empty
     */
    default <T> Optional<Offer<T>> find(ExtensionPoint<T> point, String name) {
        return offers(point).stream().filter(offer -> offer.name().equals(name)).findFirst();
    }
}
