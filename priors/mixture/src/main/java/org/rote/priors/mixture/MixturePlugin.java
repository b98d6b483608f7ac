package org.rote.priors.mixture;

import java.util.List;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;
import org.rote.spi.Prior;

/** Offers the priors {@code gaussian} and {@code gaussian-mixture}. */
public final class MixturePlugin implements Plugin {

    /** For the service loader. */
    public MixturePlugin() {}

    @Override
    public List<Factory<?, ? extends Prior>> priors() {
        return List.of(new GaussianFactory(), new GaussianMixtureFactory());
    }
}
