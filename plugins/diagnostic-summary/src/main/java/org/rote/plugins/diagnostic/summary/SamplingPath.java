package org.rote.plugins.diagnostic.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Draws;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Band;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Finding;
import org.rote.spi.Value;

/**
 * How samplers that go from noise to a model came to fit the data: the misfit of their denoised estimate against the step.
 *
 * <p>Reads what the sampler kept through its sink: {@code path-noise}, [step], the noise level of each step in the order run, and {@code path-misfit}, [step][chain], the
 * misfit over the number of data, so that about 1 is the noise level of the data, NaN from where a chain stopped. Median and quantiles are over the chains that were running, interpolated
 * linearly between order statistics.
 */
final class SamplingPath implements Diagnostic {

    private static final String NOISE = "path-noise";
    private static final String MISFIT = "path-misfit";
    private static final double LOWER = 0.1;
    private static final double UPPER = 0.9;

    @Override
    public Optional<String> inapplicable(Case subject) {
        Optional<Value> noise = subject.array(NOISE);
        Optional<Value> misfit = subject.array(MISFIT);
        if (noise.isEmpty() || misfit.isEmpty()) {
            return Optional.of("the sampler keeps no misfits step by step, as \"dps\" does");
        }
        int[] steps = noise.get().shape();
        int[] paths = misfit.get().shape();
        boolean fits = steps.length == 1
                && paths.length == 2
                && paths[0] == steps[0]
                && misfit.get().values().length > 0;
        return fits
                ? Optional.empty()
                : Optional.of("the sampler kept " + NOISE + " of shape " + Arrays.toString(steps) + " and " + MISFIT
                        + " of shape " + Arrays.toString(paths) + ", expected [steps] and [steps, chains]");
    }

    @Override
    public Examination examine(Case subject) {
        double[] noise = subject.array(NOISE).orElseThrow().values();
        Value misfit = subject.array(MISFIT).orElseThrow();
        int data = subject.posterior().likelihood().mapping().range().size();
        return new Examination() {
            @Override
            public void accept(Draws draws) {}

            @Override
            public Conclusion conclude() {
                return conclusion(noise, misfit, data);
            }
        };
    }

    private static Conclusion conclusion(double[] noise, Value misfit, int data) {
        int chains = misfit.shape()[1];
        double[][] quantiles = new double[3][noise.length];
        double[] last = new double[0];
        for (int step = 0; step < noise.length; step++) {
            double[] running = Arrays.stream(misfit.values(), step * chains, (step + 1) * chains)
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            quantiles[0][step] = quantile(running, LOWER);
            quantiles[1][step] = quantile(running, 0.5);
            quantiles[2][step] = quantile(running, UPPER);
            last = running;
        }
        List<Finding> findings = new ArrayList<>();
        if (last.length > 0) {
            findings.add(Finding.atMost(
                    "final-misfit",
                    quantile(last, 0.5),
                    "1",
                    DataFit.largestMisfit(data),
                    "misfit of the estimate at the last step over the number of data, the median over the chains; about 1 is the noise level, above the threshold"
                            + " the sampler has not come to explain the data: take more steps or a stronger guidance"));
        }
        findings.add(Finding.atMost(
                "stopped-chains",
                chains - last.length,
                "1",
                0,
                "of " + chains + " chains, those that ended in numbers that are not finite; they gave no draws"));
        return new Conclusion(findings, List.of(figure(noise, quantiles)));
    }

    private static Figure figure(double[] noise, double[][] quantiles) {
        double[] steps = new double[noise.length];
        Arrays.setAll(steps, step -> step + 1);
        List<Layer> misfit = List.of(
                new Band(
                        "10 to 90 % of the chains",
                        Role.APPROXIMATE, steps, positive(quantiles[0]), positive(quantiles[2])),
                new Line("median", Role.APPROXIMATE, steps, positive(quantiles[1])),
                new Rule("noise level of the data", Role.TRUTH, false, 1));
        List<Layer> level = List.of(new Line("", Role.SERIES, steps, positive(noise)));
        return new Figure(
                "sampling-path",
                "Misfit along the way from noise to model",
                "Misfit of the denoised estimate over the number of data. It should come down to the rule and stay there; well above it the data are not explained, well below"
                        + " it their noise is fitted too. To the right the noise level of the states.",
                List.of(
                        new Panel("", Scale.linear("step", "1"), Scale.logarithmic("misfit", "1"), misfit),
                        new Panel(
                                "",
                                Scale.linear("step", "1"),
                                Scale.logarithmic("noise level of the state", "1"),
                                level)));
    }

    /** What a logarithmic axis can show. */
    private static double[] positive(double[] values) {
        return Arrays.stream(values)
                .map(value -> value > 0 ? value : Double.NaN)
                .toArray();
    }

    /** A quantile of sorted numbers; NaN of none. */
    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
