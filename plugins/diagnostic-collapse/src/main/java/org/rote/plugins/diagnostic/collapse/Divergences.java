package org.rote.plugins.diagnostic.collapse;

import java.util.List;
import org.rote.spi.Axis;
import org.rote.spi.Density;
import org.rote.spi.RunExecutor;
import org.rote.spi.Tabulated;

/**
 * How far a density q is from a tabulated one p: total variation ½ ∫ |p − q| and Kullback–Leibler divergence ∫ p log(p/q), as sums over the cells. What q has outside the table counts in
 * full. Cost: one evaluation of q for each cell.
 */
record Divergences(double totalVariation, double kullbackLeibler) {

    private static final int BLOCK = 4096;

    private record Sums(double apart, double covered, double divergence) {}

    static Divergences between(Tabulated p, Density q, RunExecutor executor) {
        double volume = p.centres().stream().mapToDouble(Axis::step).reduce(1, (a, b) -> a * b);
        int cells = p.logDensities().length;
        List<Sums> blocks = executor.map(
                (cells + BLOCK - 1) / BLOCK, block -> sums(p, q, block * BLOCK, Math.min(cells, (block + 1) * BLOCK)));
        double apart = 0;
        double covered = 0;
        double divergence = 0;
        for (Sums sums : blocks) {
            apart += sums.apart() * volume;
            covered += sums.covered() * volume;
            divergence += sums.divergence() * volume;
        }
        return new Divergences(0.5 * (apart + Math.max(0, 1 - covered)), divergence);
    }

    private static Sums sums(Tabulated p, Density q, int first, int end) {
        List<Axis> axes = p.centres();
        double[] logs = p.logDensities();
        double[] x = new double[axes.size()];
        double apart = 0;
        double covered = 0;
        double divergence = 0;
        for (int cell = first; cell < end; cell++) {
            locate(axes, cell, x);
            double logOther = q.logDensity(x);
            double here = Math.exp(logs[cell]);
            double other = Math.exp(logOther);
            apart += Math.abs(here - other);
            covered += other;
            divergence += here > 0 ? here * (logs[cell] - logOther) : 0;
        }
        return new Sums(apart, covered, divergence);
    }

    private static void locate(List<Axis> axes, int cell, double[] out) {
        int rest = cell;
        for (int i = axes.size() - 1; i >= 0; i--) {
            out[i] = axes.get(i).at(rest % axes.get(i).count());
            rest /= axes.get(i).count();
        }
    }
}
