package org.rote.operators.algebraic;

import java.util.List;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Plugin;

/** Offers the operators {@code cubic-1d}, {@code quadratic-2d} and {@code linear}. */
public final class AlgebraicPlugin implements Plugin {

    /** For the service loader. */
    public AlgebraicPlugin() {}

    @Override
    public List<Factory<?, ? extends ForwardOperator>> operators() {
        return List.of(new CubicFactory(), new QuadraticFactory(), new LinearFactory());
    }
}
