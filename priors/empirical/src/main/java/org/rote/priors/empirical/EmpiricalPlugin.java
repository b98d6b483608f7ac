package org.rote.priors.empirical;

import java.util.List;
import org.rote.spi.Factory;
import org.rote.spi.Plugin;
import org.rote.spi.Prior;

/** Offers the prior {@code empirical}. */
public final class EmpiricalPlugin implements Plugin {

    /** For the service loader. */
    public EmpiricalPlugin() {}

    @Override
    public List<Factory<?, ? extends Prior>> priors() {
        return List.of(new EmpiricalFactory());
    }
}
