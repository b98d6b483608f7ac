package org.rote.plugins.noise.gaussian;

import java.util.List;
import org.rote.spi.Factory;
import org.rote.spi.NoiseModel;
import org.rote.spi.Plugin;

/** Offers the noise model {@code gaussian}. */
public final class GaussianNoisePlugin implements Plugin {

    /** For the service loader. */
    public GaussianNoisePlugin() {}

    @Override
    public List<Factory<?, ? extends NoiseModel>> noises() {
        return List.of(new GaussianNoiseFactory());
    }
}
