package org.rote.operators.acoustic;

import java.util.List;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Plugin;

/** Offers the operator {@code acoustic}. */
public final class AcousticPlugin implements Plugin {

    /** For the service loader. */
    public AcousticPlugin() {}

    @Override
    public List<Factory<?, ? extends ForwardOperator>> operators() {
        return List.of(new AcousticFactory());
    }
}
