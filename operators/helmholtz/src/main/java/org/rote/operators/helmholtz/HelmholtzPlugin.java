package org.rote.operators.helmholtz;

import java.util.List;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Plugin;

/** Offers the operator {@code helmholtz}. */
public final class HelmholtzPlugin implements Plugin {

    /** For the service loader. */
    public HelmholtzPlugin() {}

    @Override
    public List<Factory<?, ? extends ForwardOperator>> operators() {
        return List.of(new HelmholtzFactory());
    }
}
