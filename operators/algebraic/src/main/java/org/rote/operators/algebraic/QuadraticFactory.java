package org.rote.operators.algebraic;

import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;

final class QuadraticFactory implements Factory<QuadraticConfig, ForwardOperator> {

    @Override
    public String name() {
        return "quadratic-2d";
    }

    @Override
    public Class<QuadraticConfig> configType() {
        return QuadraticConfig.class;
    }

    @Override
    public String describe() {
        return "two unknowns and two data, F(x₁, x₂) = (x₁ + a x₁x₂, x₂ + b x₁²)";
    }

    @Override
    public String example() {
        return "type: quadratic-2d\na: 0.3\nb: 0.2\n";
    }

    @Override
    public ForwardOperator create(QuadraticConfig config, Context context) {
        return new Quadratic(config.a(), config.b());
    }
}
