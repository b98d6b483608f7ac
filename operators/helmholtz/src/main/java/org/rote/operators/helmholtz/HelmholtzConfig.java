package org.rote.operators.helmholtz;

import java.util.HashSet;
import java.util.List;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Interpolation;
import org.rote.operators.survey.Layout;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * The operator {@code helmholtz}: time-harmonic wavefields of point sources at receivers, (ω² m + Δ) u = δ, with perfectly matched layers around the grid.
 *
 * @param parameter what the nodes hold
 * @param grid the nodes of the model; the first is at (0 m, 0 m)
 * @param frequencies in Hz, positive, all different
 * @param pml the absorbing layers around the grid
 * @param sources where waves begin, within the grid
 * @param receivers where they are recorded, within the grid
 * @param interpolation how positions between nodes read and feed the nodes
 * @param stencil how derivatives are approximated
 * @param precision of the factorisation
 */
public record HelmholtzConfig(
        @Doc("what the nodes hold") @Default("squared-slowness")
        WaveSpeed parameter,

        @Doc("the nodes of the model, the first at (0 m, 0 m)")
        Grid grid,

        @Doc("frequencies, all different") @Unit("Hz") List<Double> frequencies,

        @Doc("absorbing layers around the grid") Pml pml,
        @Doc("where waves begin, within the grid") Layout sources,

        @Doc("where waves are recorded, within the grid") Layout receivers,

        @Doc("how positions between nodes read and feed them") @Default("sinc")
        Interpolation interpolation,

        @Doc("how derivatives are approximated") @Default("five-point")
        Stencil stencil,

        @Doc("of the factorisation; single takes half the memory, and is refined against the equation in double")
        @Default("double")
        Precision precision) {

    /** Checks the ranges stated above; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
    public HelmholtzConfig {
        frequencies = List.copyOf(frequencies);
        Checks checks = new Checks().notEmpty("frequencies", frequencies);
        grid.checkPlane(checks, "grid");
        for (int f = 0; f < frequencies.size(); f++) {
            checks.positive("frequencies[" + f + "]", frequencies.get(f));
        }
        checks.that(
                new HashSet<>(frequencies).size() == frequencies.size(),
                "frequencies",
                "must all be different, got " + frequencies,
                "leave out the repeated ones");
        int least = Math.min(grid.countX(), grid.countZ());
        checks.that(
                pml.cells() <= least,
                "pml.cells",
                "must be at most " + least + ", the shorter side of the grid, got " + pml.cells(),
                "make the layers thinner, or enlarge the grid");
        checks.that(
                pml.cells() >= interpolation.halfWidth(),
                "pml.cells",
                "must be at least " + interpolation.halfWidth()
                        + ", as far as the window of the interpolation reaches beyond the edge, got " + pml.cells(),
                "make the layers thicker, or choose interpolation: bilinear");
        checks.verify();
    }

    /**
     * Perfectly matched layers by complex coordinate stretching (Chew and Weedon, 1994): s = 1 + i σ/ω, σ = strength · (depth in the layer / its thickness)².
     *
     * @param cells thickness on each side, at least 1
     * @param strength σ at the outer end, in 1/s, positive
     */
    public record Pml(
            @Doc("thickness on each side") int cells,

            @Doc("damping at the outer end of a layer; it grows quadratically from 0") @Unit("Hz")
            double strength) {

        /** Checks the ranges stated above; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
        public Pml {
            new Checks()
                    .atLeast("cells", cells, 1)
                    .positive("strength", strength)
                    .verify();
        }
    }
}
