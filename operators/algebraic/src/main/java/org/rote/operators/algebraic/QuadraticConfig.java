package org.rote.operators.algebraic;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The operator {@code quadratic-2d}: F(x₁, x₂) = (x₁ + a x₁x₂, x₂ + b x₁²).
 *
 * @param a coefficient of the product in the first datum, finite
 * @param b coefficient of the square in the second datum, finite
 */
public record QuadraticConfig(
        @Doc("coefficient of x₁x₂ in the first datum") @Default("0.3")
        double a,

        @Doc("coefficient of x₁² in the second datum") @Default("0.2")
        double b) {

    /** Checks the ranges stated above; throws {@link org.rote.spi.InvalidInputException} with the offending values. */
    public QuadraticConfig {
        new Checks().finite("a", a).finite("b", b).verify();
    }
}
