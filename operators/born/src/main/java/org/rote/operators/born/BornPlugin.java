package org.rote.operators.born;

import java.util.List;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Plugin;

/** Offers the operator {@code born}. */
public final class BornPlugin implements Plugin {

    /** For the service loader. */
    public BornPlugin() {}

    @Override
    public List<Factory<?, ? extends ForwardOperator>> operators() {
        return List.of(new BornFactory());
    }
}
