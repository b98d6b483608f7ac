package org.rote.plugins.dataset.geology;

import java.util.List;
import org.rote.plugins.dataset.geology.basin.BasinFactory;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;

/** Offers the data sets {@code basin}, {@code layered} and {@code gaussian-field}. */
public final class GeologyPlugin implements Plugin {

    /** For the service loader. */
    public GeologyPlugin() {}

    @Override
    public List<Factory<?, ? extends Dataset>> datasets() {
        return List.of(new BasinFactory(), new LayeredFactory(), new GaussianFieldFactory());
    }
}
