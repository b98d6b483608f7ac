package org.rote.plugins.sampler.optimization;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.rote.plugins.sampler.optimization.quasinewton.Box;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Prior;
import org.rote.spi.SamplerContext;
import org.rote.spi.TrainingSet;

/** Where an inversion begins. */
final class Starts {

    private Starts() {}

    /** The one model of a data set. */
    static double[] read(Dataset dataset, Context context) {
        context.space().mismatch(dataset.space()).ifPresent(mismatch -> {
            throw new InvalidInputException("start", mismatch, "give a model for the space of this study");
        });
        if (dataset.count() != 1) {
            throw new InvalidInputException(
                    "start",
                    "holds " + dataset.count() + " models, an inversion begins with one",
                    "name one of them, for example with \"count: 1\" or \"take: 0..0\" where the type has such a key");
        }
        double[] model = new double[context.space().size()];
        dataset.read(0, model);
        return model;
    }

    /** Whether {@link #mean} can tell. */
    static boolean hasMean(Prior prior) {
        return prior.capability(Components.class).isPresent()
                || prior.capability(Atoms.class).isPresent()
                || prior.capability(TrainingSet.class).isPresent();
    }

    /** The mean of a prior that has components or was made from models. */
    static double[] mean(Prior prior) {
        int size = prior.space().size();
        Optional<Components> components = prior.capability(Components.class);
        if (components.isPresent()) {
            Components mixture = components.get();
            return mean(mixture.count(), size, mixture::logWeight, mixture::mean);
        }
        Atoms atoms = prior.capability(Atoms.class)
                .orElseGet(
                        () -> prior.capability(TrainingSet.class).orElseThrow().training());
        return mean(atoms.count(), size, atoms::logWeight, atoms::atom);
    }

    private interface Points {
        void read(int index, double[] out);
    }

    private static double[] mean(int count, int size, IntToDoubleFunction logWeight, Points points) {
        double[] mean = new double[size];
        double[] point = new double[size];
        for (int n = 0; n < count; n++) {
            double weight = Math.exp(logWeight.applyAsDouble(n));
            points.read(n, point);
            for (int i = 0; i < size; i++) {
                mean[i] += weight * point[i];
            }
        }
        return mean;
    }

    /** The start with what lies beyond a bound moved to it, and a warning that says so. */
    static double[] inside(Box box, double[] start, SamplerContext context) {
        double[] moved = new double[start.length];
        int count = 0;
        for (int i = 0; i < start.length; i++) {
            moved[i] = box.nearest(start[i]);
            count += moved[i] == start[i] ? 0 : 1;
        }
        if (count > 0) {
            context.warn(
                    "start: " + count + " of " + start.length + " values lie beyond the bounds, from " + box.lower()
                            + " to " + box.upper() + ", and begin at them; widen the bounds, or give another start");
        }
        return moved;
    }
}
