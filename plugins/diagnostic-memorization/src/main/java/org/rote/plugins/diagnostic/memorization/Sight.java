package org.rote.plugins.diagnostic.memorization;

import java.util.Arrays;
import java.util.Optional;
import org.rote.numerics.TrainingMatrix;
import org.rote.numerics.TrainingMatrixBuilder;
import org.rote.spi.Atoms;
import org.rote.spi.Case;
import org.rote.spi.Parameterization;
import org.rote.spi.RunExecutor;

/**
 * Points of a posterior as a {@link View} shows them: mapped to models or not, standardised or not. A coordinate that does not vary over the training set keeps its scale.
 */
final class Sight {

    private final int pointSize;
    private final Optional<Parameterization> mapping;
    private final RunExecutor executor;
    private final double[] scales;

    private Sight(int pointSize, Optional<Parameterization> mapping, RunExecutor executor, double[] scales) {
        this.pointSize = pointSize;
        this.mapping = mapping;
        this.executor = executor;
        this.scales = scales;
    }

    static Sight of(Case subject, View view, boolean standardized) {
        Optional<Parameterization> mapping = view == View.MODEL ? subject.parameterization() : Optional.empty();
        int pointSize = subject.posterior().space().size();
        int size =
                mapping.map(parameterization -> parameterization.range().size()).orElse(pointSize);
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        Sight plain = new Sight(pointSize, mapping, subject.executor(), ones);
        if (!standardized) {
            return plain;
        }
        double[] deviations = new Moments(plain, Examples.of(subject).orElseThrow()).deviations();
        double[] scales = Arrays.stream(deviations).map(s -> s > 0 ? 1 / s : 1).toArray();
        return new Sight(pointSize, mapping, subject.executor(), scales);
    }

    /** Length of a point. */
    int pointSize() {
        return pointSize;
    }

    /** Length of what is seen of a point. */
    int size() {
        return scales.length;
    }

    /** What is seen of some points, one after another. */
    double[] of(double[] points, int count) {
        double[] seen = new double[Math.multiplyExact(count, scales.length)];
        executor.forEach(count, k -> {
            double[] point = Arrays.copyOfRange(points, k * pointSize, (k + 1) * pointSize);
            double[] one = point;
            if (mapping.isPresent()) {
                one = new double[scales.length];
                mapping.get().forward(point, one);
            }
            for (int i = 0; i < one.length; i++) {
                seen[k * one.length + i] = one[i] * scales[i];
            }
        });
        return seen;
    }

    /** What is seen of a training set. */
    TrainingMatrix matrix(Atoms examples) {
        TrainingMatrixBuilder builder = TrainingMatrix.builder(examples.count(), scales.length);
        double[] point = new double[pointSize];
        for (int n = 0; n < examples.count(); n++) {
            examples.atom(n, point);
            builder.add(of(point, 1));
        }
        return builder.build();
    }
}
