package org.rote.plugins.sampler.optimization;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.rote.plugins.sampler.optimization.History.Entry;
import org.rote.spi.Case;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;
import org.rote.spi.Value;

/**
 * A model on the way, read when it is asked for: all of them together may be larger than memory.
 *
 * @param subject the case that kept it
 * @param iteration iterations done
 * @param error root of the mean squared difference to the truth, where that is known
 */
record KeptModel(Case subject, int iteration, OptionalDouble error) {

    /** All that were kept, in order. Cost: each is read once, and mapped from its coordinates where there is a parameterization. */
    static List<KeptModel> all(Case subject, List<Entry> entries) {
        TreeSet<Integer> iterations = new TreeSet<>();
        entries.forEach(entry -> iterations.add(entry.iteration()));
        List<KeptModel> kept = new ArrayList<>();
        for (int iteration : iterations) {
            subject.array(Iterates.name(iteration))
                    .ifPresent(point -> kept.add(new KeptModel(subject, iteration, error(subject, point))));
        }
        return kept;
    }

    private static OptionalDouble error(Case subject, Value point) {
        return subject.trueModel().stream()
                .mapToDouble(truth -> distance(model(subject, point), truth))
                .findFirst();
    }

    /** The model. */
    double[] values() {
        return model(subject, subject.array(Iterates.name(iteration)).orElseThrow());
    }

    private static double[] model(Case subject, Value point) {
        return subject.parameterization()
                .map(mapping -> {
                    double[] mapped = new double[mapping.range().size()];
                    mapping.forward(point.values(), mapped);
                    return mapped;
                })
                .orElse(point.values());
    }

    /** Where models live. */
    static Space space(Case subject) {
        return subject.parameterization()
                .map(Parameterization::range)
                .orElse(subject.posterior().space());
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }
}
