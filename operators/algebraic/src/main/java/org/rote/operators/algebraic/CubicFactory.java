package org.rote.operators.algebraic;

import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;

final class CubicFactory implements Factory<CubicConfig, ForwardOperator> {

    @Override
    public String name() {
        return "cubic-1d";
    }

    @Override
    public Class<CubicConfig> configType() {
        return CubicConfig.class;
    }

    @Override
    public String describe() {
        return "one unknown and one datum, F(x) = x + c x³";
    }

    @Override
    public String example() {
        return "type: cubic-1d\nc: 0.3\n";
    }

    @Override
    public ForwardOperator create(CubicConfig config, Context context) {
        return new Cubic(config.c());
    }
}
