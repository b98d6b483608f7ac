package org.rote.plugins.diagnostic.summary;

import java.util.Optional;
import org.rote.spi.Atoms;
import org.rote.spi.Case;

/** The model among a prior's examples that is nearest to a point, read one after another so that any number of them needs one field. */
final class TrainingModels {

    private TrainingModels() {}

    /** The nearest by the Euclidean distance; empty where the prior has no examples. */
    static Optional<double[]> nearest(Case subject, double[] point) {
        return Parts.examples(subject).map(examples -> nearest(examples, point));
    }

    private static double[] nearest(Atoms examples, double[] point) {
        double[] model = new double[point.length];
        double least = Double.POSITIVE_INFINITY;
        int best = 0;
        for (int n = 0; n < examples.count(); n++) {
            examples.atom(n, model);
            double squared = 0;
            for (int i = 0; i < point.length && squared < least; i++) {
                squared += (model[i] - point[i]) * (model[i] - point[i]);
            }
            if (squared < least) {
                least = squared;
                best = n;
            }
        }
        examples.atom(best, model);
        return model;
    }
}
