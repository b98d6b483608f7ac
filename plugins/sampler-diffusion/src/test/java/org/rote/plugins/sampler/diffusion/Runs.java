package org.rote.plugins.sampler.diffusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.rote.numerics.Schedule;
import org.rote.spi.Chain;
import org.rote.spi.Draws;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Prior;
import org.rote.spi.Sampler;
import org.rote.spi.SamplerContext;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.WhiteNoise;

/** Small problems, and whole runs of them. */
final class Runs {

    static final Schedule COSINE = new Schedule.VpCosine(0.008, 200);

    private Runs() {}

    /** One unknown seen directly, through white noise. */
    static Posterior scalar(Prior prior, double data, double noise) {
        return new Posterior(
                prior,
                new Likelihood(new DenseOperator(new double[][] {{1}}), new WhiteNoise(1, noise), new double[] {data}));
    }

    static DpsConfig config(Schedule schedule, Reversal process, Scaling scaling, Step step, Jacobian jacobian) {
        return new DpsConfig(schedule, process, scaling, step, jacobian, Optional.empty());
    }

    /** All draws of a run as one. */
    static Draws all(Sampler sampler, Posterior posterior, SamplerContext context) {
        try (Chain chain = sampler.start(posterior, context)) {
            return rest(chain);
        }
    }

    /** What a chain still gives, as one. */
    static Draws rest(Chain chain) {
        List<Draws> parts = new ArrayList<>();
        for (Optional<Draws> next = chain.advance(7); next.isPresent(); next = chain.advance(7)) {
            parts.add(next.get());
        }
        TreeMap<String, double[]> traces = new TreeMap<>();
        for (Draws part : parts) {
            part.traces().forEach((name, trace) -> traces.merge(name, trace, Runs::join));
        }
        return new Draws(
                parts.stream().mapToInt(Draws::count).sum(),
                parts.stream()
                        .flatMapToDouble(part -> DoubleStream.of(part.values()))
                        .toArray(),
                traces);
    }

    private static double[] join(double[] a, double[] b) {
        return DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b)).toArray();
    }

    static double deviation(double[] values) {
        double mean = DoubleStream.of(values).average().orElseThrow();
        return Math.sqrt(DoubleStream.of(values)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow());
    }
}
