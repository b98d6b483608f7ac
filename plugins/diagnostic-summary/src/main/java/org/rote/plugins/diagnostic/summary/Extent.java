package org.rote.plugins.diagnostic.summary;

import java.util.Arrays;
import java.util.Optional;
import org.rote.spi.Axis;
import org.rote.spi.Case;
import org.rote.spi.Components;
import org.rote.spi.Space;
import org.rote.spi.Tabulated;

/** The part of a one- or two-dimensional space that is worth drawing: around models and components of the prior, and the bulk of the reference posterior. */
record Extent(Space space, double[] lower, double[] upper) {

    /** Share of the range that is left free on each side. */
    private static final double MARGIN = 0.1;

    /** Standard deviations of each prior component that are shown. */
    private static final double REACH = 2.5;

    /** The reference posterior is shown where its density is within e⁻¹² of its peak. */
    private static final double DEPTH = 12;

    /** Empty where nothing says where the density lies, or all that does is one point. */
    static Optional<Extent> of(Case subject) {
        Space space = subject.posterior().space();
        double[] lower = new double[space.size()];
        double[] upper = new double[space.size()];
        Arrays.fill(lower, Double.POSITIVE_INFINITY);
        Arrays.fill(upper, Double.NEGATIVE_INFINITY);
        Extent extent = new Extent(space, lower, upper);
        for (double[] model : Parts.models(subject)) {
            extent.include(model);
        }
        subject.posterior().prior().capability(Components.class).ifPresent(extent::include);
        Parts.reference(subject).ifPresent(extent::include);
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] < upper[i])) {
                return Optional.empty();
            }
            double margin = MARGIN * (upper[i] - lower[i]);
            lower[i] -= margin;
            upper[i] += margin;
        }
        return Optional.of(extent);
    }

    private void include(double[] x) {
        for (int i = 0; i < x.length; i++) {
            include(i, x[i], x[i]);
        }
    }

    private void include(int component, double from, double to) {
        lower[component] = Math.min(lower[component], from);
        upper[component] = Math.max(upper[component], to);
    }

    private void include(Components components) {
        double[] mean = new double[lower.length];
        double[] unit = new double[lower.length];
        double[] column = new double[lower.length];
        for (int n = 0; n < components.count(); n++) {
            components.mean(n, mean);
            for (int i = 0; i < mean.length; i++) {
                unit[i] = 1;
                components.covariance(n).apply(unit, column);
                unit[i] = 0;
                double reach = REACH * Math.sqrt(column[i]);
                include(i, mean[i] - reach, mean[i] + reach);
            }
        }
    }

    private void include(Tabulated reference) {
        double[] logs = reference.logDensities();
        double peak = Arrays.stream(logs).max().orElse(0);
        double[] x = new double[lower.length];
        for (int cell = 0; cell < logs.length; cell++) {
            if (logs[cell] >= peak - DEPTH) {
                int rest = cell;
                for (int i = x.length - 1; i >= 0; i--) {
                    Axis axis = reference.centres().get(i);
                    x[i] = axis.at(rest % axis.count());
                    rest /= axis.count();
                }
                include(x);
            }
        }
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
