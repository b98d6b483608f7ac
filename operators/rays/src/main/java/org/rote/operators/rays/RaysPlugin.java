package org.rote.operators.rays;

import java.util.List;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Plugin;

/** Offers the operator {@code straight-ray}. */
public final class RaysPlugin implements Plugin {

    /** For the service loader. */
    public RaysPlugin() {}

    @Override
    public List<Factory<?, ? extends ForwardOperator>> operators() {
        return List.of(new StraightRayFactory());
    }
}
