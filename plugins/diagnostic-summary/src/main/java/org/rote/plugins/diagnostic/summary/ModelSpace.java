package org.rote.plugins.diagnostic.summary;

import java.util.Arrays;
import java.util.Optional;
import org.rote.spi.Case;
import org.rote.spi.Parameterization;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;

/** From the points of a posterior to models: the identity where there is no parameterization. */
final class ModelSpace {

    /** Doubles of models mapped at once. */
    private static final int BATCH_DOUBLES = 1 << 20;

    private final Space points;
    private final Optional<Parameterization> parameterization;
    private final RunExecutor executor;

    ModelSpace(Case subject) {
        points = subject.posterior().space();
        parameterization = subject.parameterization();
        executor = subject.executor();
    }

    Space space() {
        return parameterization.map(Parameterization::range).orElse(points);
    }

    /** Whether points and models are different things. */
    boolean isMapped() {
        return parameterization.isPresent();
    }

    /** How many points to map at once, so that their models fit into memory. */
    int batch() {
        return Math.max(1, BATCH_DOUBLES / space().size());
    }

    /** The model at a point; the point itself where there is no parameterization. */
    double[] model(double[] point) {
        return models(point, 0, 1);
    }

    /**
     * The models of some of many points, one task each.
     *
     * @param values points, one after another
     * @param from the first that is mapped
     * @param count how many are
     * @return their models, one after another
     */
    double[] models(double[] values, int from, int count) {
        int size = points.size();
        if (parameterization.isEmpty()) {
            return Arrays.copyOfRange(values, from * size, (from + count) * size);
        }
        Parameterization mapping = parameterization.get();
        int length = space().size();
        double[] models = new double[count * length];
        executor.forEach(count, k -> {
            double[] model = new double[length];
            mapping.forward(Arrays.copyOfRange(values, (from + k) * size, (from + k + 1) * size), model);
            System.arraycopy(model, 0, models, k * length, length);
        });
        return models;
    }
}
