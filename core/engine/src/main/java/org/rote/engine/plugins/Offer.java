package org.rote.engine.plugins;

import org.rote.spi.Factory;

/**
 * A factory and the plugin that offers it.
 *
 * @param point the kind of part it makes
 * @param factory the factory
 * @param source its plugin
 * @param <T> the contract
 */
public record Offer<T>(ExtensionPoint<T> point, Factory<?, ? extends T> factory, PluginSource source) {

    /**
     * The name by which a manifest asks for it.
     *
     * @return the factory's name
     */
    public String name() {
        return factory.name();
    }
}
