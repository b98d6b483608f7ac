package org.rote.plugins.dataset.geology;

import java.util.List;
import org.rote.plugins.dataset.geology.background.PerturbationFactory;
import org.rote.plugins.dataset.geology.background.ProfileFactory;
import org.rote.plugins.dataset.geology.background.SmoothedFactory;
import org.rote.plugins.dataset.geology.basin.BasinFactory;
import org.rote.plugins.dataset.geology.collection.ExcludingFactory;
import org.rote.plugins.dataset.geology.collection.JoinedFactory;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;

/** Offers random models, {@code basin}, {@code layered} and {@code gaussian-field}, and backgrounds and what differs from them, {@code profile}, {@code smoothed} and {@code perturbation}; and data sets made of others, {@code excluding} and {@code joined}. */
public final class GeologyPlugin implements Plugin {

    /** For the service loader. */
    public GeologyPlugin() {}

    @Override
    public List<Factory<?, ? extends Dataset>> datasets() {
        return List.of(
                new BasinFactory(),
                new LayeredFactory(),
                new GaussianFieldFactory(),
                new ProfileFactory(),
                new SmoothedFactory(),
                new PerturbationFactory(),
                new ExcludingFactory(),
                new JoinedFactory());
    }
}
