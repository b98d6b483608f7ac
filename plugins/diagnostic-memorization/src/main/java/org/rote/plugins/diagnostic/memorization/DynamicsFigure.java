package org.rote.plugins.diagnostic.memorization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Figure.Scale;

/** Participation numbers and excess entropies against the noise level. */
final class DynamicsFigure {

    private static final int LEVELS = 40;
    private static final double OUTER = 0.1;

    /** Beyond so many times the noise at speciation, and below this part of that at the collapse, nothing happens. */
    private static final double BESIDE = 20;

    private final ProcessClock clock;
    private final String unit;
    private final int count;

    DynamicsFigure(ProcessClock clock, String unit, int count) {
        this.clock = clock;
        this.unit = unit;
        this.count = count;
    }

    Figure of(
            double[][] participation,
            NoisyModels noisy,
            double[] variances,
            OptionalDouble speciation,
            OptionalDouble collapse,
            OptionalDouble gaussian) {
        List<Layer> rules = new ArrayList<>();
        speciation.ifPresent(sigma -> rules.add(new Rule("speciation", Role.PRIOR, true, sigma)));
        collapse.ifPresent(sigma -> rules.add(new Rule("collapse", Role.TRAINING, true, sigma)));
        List<Layer> numbers = new ArrayList<>(participation(participation));
        numbers.addAll(rules);
        double first = Math.max(clock.sigmaOfStep(0), collapse.orElse(0) / BESIDE);
        double last = Math.min(
                clock.sigmaOfStep(clock.levels().steps() - 1),
                BESIDE * Math.max(clock.spread(), Math.max(speciation.orElse(0), collapse.orElse(0))));
        List<Layer> entropies = new ArrayList<>(entropies(noisy, variances, first, last));
        entropies.addAll(rules);
        gaussian.ifPresent(
                sigma -> entropies.add(new Rule("collapse, were they Gaussian", Role.APPROXIMATE, true, sigma)));
        Scale noise = Scale.logarithmic("noise level", unit).between(first, last);
        return new Figure(
                "dynamics",
                "When a process that memorized decides",
                "A reverse process runs from right to left. Left: how many training models take part in its state, median and 10 to 90 % of the paths; once it is 1, the path leads to one training model and nowhere else. Right: the excess entropy, 1 where noise hides"
                        + " all models; at 0 noisy training models fall apart into one bell for each.",
                List.of(
                        new Panel(
                                "",
                                noise,
                                Scale.logarithmic("training models that take part", "1")
                                        .between(1, count),
                                numbers),
                        new Panel(
                                "",
                                noise,
                                Scale.linear("excess entropy over log(N)/d", "1")
                                        .between(-1, 1),
                                entropies)));
    }

    private List<Layer> participation(double[][] participation) {
        int steps = participation.length;
        double[] sigma = new double[steps];
        double[] lower = new double[steps];
        double[] median = new double[steps];
        double[] upper = new double[steps];
        for (int step = 0; step < steps; step++) {
            double[] sorted = participation[step].clone();
            Arrays.sort(sorted);
            int last = sorted.length - 1;
            sigma[step] = clock.sigmaOfStep(step);
            lower[step] = sorted[(int) (OUTER * last)];
            median[step] = sorted[sorted.length / 2];
            upper[step] = sorted[(int) Math.ceil((1 - OUTER) * last)];
        }
        return List.of(
                new Band("10 to 90 % of the paths", Role.APPROXIMATE, sigma, lower, upper),
                new Line("median", Role.APPROXIMATE, sigma, median));
    }

    private List<Layer> entropies(NoisyModels noisy, double[] variances, double first, double last) {
        double[] sigma = new double[LEVELS + 1];
        double[] monteCarlo = new double[LEVELS + 1];
        double[] gaussian = new double[LEVELS + 1];
        for (int l = 0; l <= LEVELS; l++) {
            sigma[l] = first * Math.pow(last / first, (double) l / LEVELS);
            monteCarlo[l] = shown(noisy.excess(sigma[l]));
            gaussian[l] = shown(ExcessEntropy.gaussian(variances, count, sigma[l]));
        }
        return List.of(
                new Line("training models", Role.EXACT, sigma, monteCarlo),
                new Line("Gaussian models", Role.APPROXIMATE, sigma, gaussian));
    }

    /** Far below 0 nothing is left to see. */
    private static double shown(double excess) {
        return excess >= -1 ? excess : Double.NaN;
    }
}
