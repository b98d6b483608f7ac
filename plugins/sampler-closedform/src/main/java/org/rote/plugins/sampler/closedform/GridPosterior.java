package org.rote.plugins.sampler.closedform;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.rote.numerics.Weights;
import org.rote.spi.Axis;
import org.rote.spi.Distribution;
import org.rote.spi.Evidence;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;
import org.rote.spi.Posterior;
import org.rote.spi.SamplerContext;
import org.rote.spi.Space;
import org.rote.spi.Tabulated;

/**
 * p(x | y) in one or two dimensions by the midpoint rule on a regular grid: for densities that vanish at its edges the error falls faster than any power of the
 * cell. Judged by doing without every second cell: a warning when that changes the evidence by more than {@value #TOLERANCE}.
 *
 * <p>The grid covers where the prior is, then narrows to where the posterior is within e⁻⁵⁰ of its peak. Draws choose a cell by its mass and a
 * place uniformly within it. Cost: {@code cells}^d evaluations of prior and operator, twice.
 */
final class GridPosterior implements Distribution, Tabulated, Evidence, IndependentChain.Source {

    private static final double TOLERANCE = 1e-3;

    private final Posterior posterior;
    private final List<Axis> axes;
    private final double[] logDensities;
    private final Weights masses;
    private final double logEvidence;

    private GridPosterior(Posterior posterior, List<Axis> axes, double[] unnormalised) {
        this.posterior = posterior;
        this.axes = axes;
        double logVolume =
                axes.stream().mapToDouble(axis -> Math.log(axis.step())).sum();
        this.masses = Weights.ofLogs(unnormalised);
        this.logEvidence = Weights.logSumExp(unnormalised) + logVolume;
        this.logDensities = new double[unnormalised.length];
        for (int i = 0; i < unnormalised.length; i++) {
            logDensities[i] = unnormalised[i] - logEvidence;
        }
    }

    static GridPosterior of(Posterior posterior, QuadratureConfig config, SamplerContext context) {
        int dimension = posterior.space().size();
        GridTable table = new GridTable(posterior, context);
        int cells = config.cells();
        if (dimension > 1 && cells > GridTable.LARGEST_SIDE) {
            throw new InvalidInputException(
                    "cells",
                    "must be at most " + GridTable.LARGEST_SIDE + " in two dimensions, got " + cells,
                    "narrow the grid with from and to instead");
        }
        List<Axis> axes = GridBounds.of(posterior, config, table);
        double[] logs = table.logDensities(axes);
        GridPosterior grid = new GridPosterior(posterior, axes, logs);
        double doubt = Math.abs(Math.expm1(coarseLogEvidence(axes, logs) - grid.logEvidence));
        if (!(doubt <= TOLERANCE)) {
            context.warn(String.format(
                    Locale.ROOT,
                    "the quadrature grid of %d cells a side is too coarse: half of them give an evidence that differs by %.2g"
                            + " of its value; raise cells, or narrow the grid with from and to",
                    cells,
                    doubt));
        }
        return grid;
    }

    /** The evidence from every second cell along each axis, those at odd numbers, each standing for 2^d cells. */
    private static double coarseLogEvidence(List<Axis> axes, double[] logs) {
        int columns = axes.get(axes.size() - 1).count();
        int rows = logs.length / columns;
        double[] kept = new double[(axes.size() == 1 ? 1 : rows / 2) * (columns / 2)];
        int count = 0;
        for (int row = axes.size() == 1 ? 0 : 1; row < rows; row += 2) {
            for (int column = 1; column < columns; column += 2) {
                kept[count++] = logs[row * columns + column];
            }
        }
        double logVolume =
                axes.stream().mapToDouble(axis -> Math.log(2 * axis.step())).sum();
        return Weights.logSumExp(kept) + logVolume;
    }

    @Override
    public Space space() {
        return posterior.space();
    }

    @Override
    public double logDensity(double[] x) {
        return posterior.logDensity(x).orElseThrow(() -> new NumericsException("the prior has lost its density"))
                - logEvidence;
    }

    @Override
    public List<Axis> centres() {
        return axes;
    }

    @Override
    public double[] logDensities() {
        return logDensities;
    }

    @Override
    public double logEvidence() {
        return logEvidence;
    }

    @Override
    public String part() {
        return "cell";
    }

    @Override
    public int choose(RandomGenerator random) {
        return masses.draw(random);
    }

    @Override
    public void place(int part, RandomGenerator random, double[] out) {
        int rest = part;
        for (int i = axes.size() - 1; i >= 0; i--) {
            Axis axis = axes.get(i);
            out[i] = axis.at(rest % axis.count()) + (random.nextDouble() - 0.5) * axis.step();
            rest /= axis.count();
        }
    }
}
