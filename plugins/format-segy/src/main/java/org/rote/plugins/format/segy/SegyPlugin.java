package org.rote.plugins.format.segy;

import java.util.List;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;

/** Offers the data set {@code segy}. */
public final class SegyPlugin implements Plugin {

    /** For the service loader. */
    public SegyPlugin() {}

    @Override
    public List<Factory<?, ? extends Dataset>> datasets() {
        return List.of(new SegyFactory());
    }
}
