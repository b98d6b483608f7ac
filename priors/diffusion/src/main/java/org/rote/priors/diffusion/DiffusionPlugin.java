package org.rote.priors.diffusion;

import java.util.List;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;
import org.rote.spi.Prior;

/** Offers the prior {@code memorized-diffusion}. */
public final class DiffusionPlugin implements Plugin {

    /** For the service loader. */
    public DiffusionPlugin() {}

    @Override
    public List<Factory<?, ? extends Prior>> priors() {
        return List.of(new MemorizedDiffusionFactory());
    }
}
