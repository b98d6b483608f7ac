package org.rote.operators.propagation;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * What surrounds the grid: absorbing layers, and above it, by choice, nothing.
 *
 * @param cells thickness of the layers, at least {@value PropagationSettings#LEAST_CELLS}
 * @param top what is above the first nodes along depth
 */
public record Boundary(
        @Doc("thickness of the absorbing layers, in nodes") @Default("20")
        int cells,

        @Doc("above the grid: an absorbing layer, or air, so that waves are reflected") @Default("absorbing")
        Top top) {

    /** What is above. */
    public enum Top {
        /** A layer as on all other sides. */
        ABSORBING,
        /** The field is 0 at the first nodes along depth. */
        FREE_SURFACE
    }

    /** Checks the range stated above; throws {@link org.rote.spi.InvalidInputException} with the offending value. */
    public Boundary {
        new Checks().atLeast("cells", cells, PropagationSettings.LEAST_CELLS).verify();
    }
}
