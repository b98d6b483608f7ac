package org.rote.plugins.sampler.optimization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.rote.plugins.sampler.optimization.History.Entry;
import org.rote.spi.Case;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;

/**
 * A model on the way, mapped from its coordinates where there is a parameterization.
 *
 * @param iteration iterations done
 * @param space where models live
 * @param values the model
 * @param error root of the mean squared difference to the truth
 */
record KeptModel(int iteration, Space space, double[] values, OptionalDouble error) {

    /** All that were kept, in order. */
    static List<KeptModel> all(Case subject, List<Entry> entries) {
        TreeSet<Integer> iterations = new TreeSet<>();
        entries.forEach(entry -> iterations.add(entry.iteration()));
        List<KeptModel> kept = new ArrayList<>();
        for (int iteration : iterations) {
            subject.array(Iterates.name(iteration))
                    .ifPresent(point -> kept.add(of(subject, iteration, point.values())));
        }
        return kept;
    }

    private static KeptModel of(Case subject, int iteration, double[] point) {
        Optional<Parameterization> parameterization = subject.parameterization();
        Space space = parameterization
                .map(Parameterization::range)
                .orElse(subject.posterior().space());
        double[] model = parameterization
                .map(mapping -> {
                    double[] mapped = new double[space.size()];
                    mapping.forward(point, mapped);
                    return mapped;
                })
                .orElse(point);
        OptionalDouble error = subject.trueModel().stream()
                .mapToDouble(truth -> distance(model, truth))
                .findFirst();
        return new KeptModel(iteration, space, model, error);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }

    String unit() {
        return space.unit();
    }
}
