package org.rote.operators.algebraic;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The operator {@code cubic-1d}: F(x) = x + c x³.
 *
 * @param c coefficient of the cubic term, finite; F is monotone for c ≥ 0
 */
public record CubicConfig(
        @Doc("coefficient of the cubic term") @Default("0.3")
        double c) {

    /** Checks the range stated above; throws {@link org.rote.spi.InvalidInputException} with the offending value. */
    public CubicConfig {
        new Checks().finite("c", c).verify();
    }
}
