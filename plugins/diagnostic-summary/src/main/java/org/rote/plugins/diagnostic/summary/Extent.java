package org.rote.plugins.diagnostic.summary;

import java.util.Arrays;
import java.util.Optional;
import org.rote.spi.Axis;
import org.rote.spi.Case;
import org.rote.spi.Space;

/** The part of a one- or two-dimensional space that is worth drawing: around the models of the prior and the reference posterior. */
record Extent(Space space, double[] lower, double[] upper) {

    /** Share of the range that is left free on each side. */
    private static final double MARGIN = 0.2;

    static Optional<Extent> of(Case subject) {
        Space space = subject.posterior().space();
        double[] lower = new double[space.size()];
        double[] upper = new double[space.size()];
        Arrays.fill(lower, Double.POSITIVE_INFINITY);
        Arrays.fill(upper, Double.NEGATIVE_INFINITY);
        for (double[] model : Parts.models(subject)) {
            for (int i = 0; i < model.length; i++) {
                lower[i] = Math.min(lower[i], model[i]);
                upper[i] = Math.max(upper[i], model[i]);
            }
        }
        Parts.reference(subject).ifPresent(reference -> {
            for (int i = 0; i < lower.length; i++) {
                Axis axis = reference.centres().get(i);
                lower[i] = Math.min(lower[i], axis.at(0));
                upper[i] = Math.max(upper[i], axis.at(axis.count() - 1));
            }
        });
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] < upper[i])) {
                return Optional.empty();
            }
            double margin = MARGIN * (upper[i] - lower[i]);
            lower[i] -= margin;
            upper[i] += margin;
        }
        return Optional.of(new Extent(space, lower, upper));
    }

    /** Evenly spaced places along one component. */
    Axis axis(int component, int count) {
        double step = (upper[component] - lower[component]) / (count - 1);
        return new Axis(label(component), space.unit(), count, step, lower[component]);
    }

    String label(int component) {
        return space.size() == 1 ? "x" : "x" + (char) ('₁' + component);
    }
}
