package org.rote.plugins.diagnostic.verdict;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.spi.Case;
import org.rote.spi.Parameterization;

/**
 * What the tests see of a point: the model that it stands for and, where a model has more than {@value #MOST} numbers, only so many sums of them, each number in one with a random sign. Distances keep their size within a few per cent;
 * copies stay copies and averages averages, as sums are linear. Tests that compare points with others that were treated alike keep their error rates whatever is seen of them.
 *
 * <p>Source: M. Charikar, K. Chen and M. Farach-Colton (2004), Finding frequent items in data streams, Theoretical Computer Science 312, 3–15.
 */
final class Sketch {

    private static final int MOST = 1024;

    private final Optional<Parameterization> mapping;
    private final int modelSize;
    private final int[] bins;
    private final boolean[] negative;

    Sketch(Case subject) {
        mapping = subject.parameterization();
        modelSize = mapping.map(Parameterization::range)
                .orElse(subject.posterior().space())
                .size();
        boolean isWhole = modelSize <= MOST;
        bins = new int[isWhole ? 0 : modelSize];
        negative = new boolean[bins.length];
        RandomGenerator random = subject.random("sketch", 0);
        for (int i = 0; i < bins.length; i++) {
            bins[i] = random.nextInt(MOST);
            negative[i] = random.nextBoolean();
        }
    }

    /** Length of what is seen. */
    int size() {
        return Math.min(modelSize, MOST);
    }

    /** What is seen of a point of the posterior's space. */
    double[] of(double[] point) {
        double[] model = point;
        if (mapping.isPresent()) {
            model = new double[modelSize];
            mapping.get().forward(point, model);
        }
        if (bins.length == 0) {
            return model.clone();
        }
        double[] sums = new double[MOST];
        for (int i = 0; i < modelSize; i++) {
            sums[bins[i]] += negative[i] ? -model[i] : model[i];
        }
        return sums;
    }
}
