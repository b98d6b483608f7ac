package org.rote.plugins.sampler.optimization;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The diagnostic {@code iterations}.
 *
 * @param models the most models that are pictured
 */
public record IterationsConfig(
        @Doc("the most models that are pictured, spread evenly over the iterations") @Default("8")
        int models) {

    /** Checks the range. */
    public IterationsConfig {
        new Checks().atLeast("models", models, 2).verify();
    }
}
