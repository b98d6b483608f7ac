package org.rote.plugins.sampler.closedform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.spi.Axis;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.Drawable;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Posterior;

/** Where a quadrature grid lies. */
final class GridBounds {

    /** Standard deviations of each component that are covered: beyond, less than 1e-22 of its mass is left. */
    private static final double REACH = 10;

    /** Natural logarithms below the peak at which the posterior no longer counts. */
    private static final double DEPTH = 50;

    /** Draws by which the extent of a prior without components is judged. */
    private static final int DRAWS = 2000;

    private static final int COARSE_CELLS = 400;

    private GridBounds() {}

    static List<Axis> of(Posterior posterior, QuadratureConfig config, GridTable table) {
        int cells = config.cells();
        int dimension = posterior.space().size();
        if (config.from().isPresent() && config.to().isPresent()) {
            checkDimension(config.from().get(), dimension);
            return axes(toArray(config.from().get()), toArray(config.to().get()), cells);
        }
        double[] lower = new double[dimension];
        double[] upper = new double[dimension];
        extentOfPrior(posterior, table, lower, upper);
        List<Axis> wide = axes(lower, upper, dimension == 1 ? cells : Math.min(cells, COARSE_CELLS));
        return narrowed(wide, table.logDensities(wide), cells);
    }

    private static void checkDimension(List<Double> corner, int dimension) {
        if (corner.size() != dimension) {
            throw new InvalidInputException(
                    "from",
                    "has " + corner.size() + " numbers for " + dimension + " unknowns",
                    "give one number for each unknown");
        }
    }

    private static double[] toArray(List<Double> corner) {
        return corner.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Axis> axes(double[] lower, double[] upper, int cells) {
        List<Axis> axes = new ArrayList<>();
        for (int i = 0; i < lower.length; i++) {
            double step = (upper[i] - lower[i]) / cells;
            axes.add(new Axis("x" + (i + 1), "1", cells, step, lower[i] + 0.5 * step));
        }
        return axes;
    }

    private static void extentOfPrior(Posterior posterior, GridTable table, double[] lower, double[] upper) {
        Arrays.fill(lower, Double.POSITIVE_INFINITY);
        Arrays.fill(upper, Double.NEGATIVE_INFINITY);
        Optional<Components> components = posterior.prior().capability(Components.class);
        if (components.isPresent()) {
            extentOfComponents(components.get(), lower, upper);
            return;
        }
        Drawable drawable = posterior
                .prior()
                .capability(Drawable.class)
                .orElseThrow(() -> new InvalidInputException(
                        "from", "is needed: the prior tells neither components nor draws", "give from and to"));
        double[] draw = new double[lower.length];
        for (int i = 0; i < DRAWS; i++) {
            drawable.draw(table.context().random("extent", i), draw);
            include(draw, lower, upper);
        }
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] < upper[i])) {
                throw new InvalidInputException(
                        "from", "is needed: all draws from the prior agree in unknown " + i, "give from and to");
            }
            double margin = 0.5 * (upper[i] - lower[i]);
            lower[i] -= margin;
            upper[i] += margin;
        }
    }

    private static void extentOfComponents(Components components, double[] lower, double[] upper) {
        double[] mean = new double[lower.length];
        double[] unit = new double[lower.length];
        double[] column = new double[lower.length];
        for (int n = 0; n < components.count(); n++) {
            components.mean(n, mean);
            Covariance covariance = components.covariance(n);
            for (int i = 0; i < lower.length; i++) {
                unit[i] = 1;
                covariance.apply(unit, column);
                unit[i] = 0;
                double reach = REACH * Math.sqrt(column[i]);
                lower[i] = Math.min(lower[i], mean[i] - reach);
                upper[i] = Math.max(upper[i], mean[i] + reach);
            }
        }
    }

    private static void include(double[] x, double[] lower, double[] upper) {
        for (int i = 0; i < x.length; i++) {
            lower[i] = Math.min(lower[i], x[i]);
            upper[i] = Math.max(upper[i], x[i]);
        }
    }

    /** The smallest box, one cell wider on each side, that holds every cell within {@link #DEPTH} of the peak. */
    private static List<Axis> narrowed(List<Axis> wide, double[] logs, int cells) {
        double peak = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            peak = Math.max(peak, log);
        }
        double[] lower = new double[wide.size()];
        double[] upper = new double[wide.size()];
        Arrays.fill(lower, Double.POSITIVE_INFINITY);
        Arrays.fill(upper, Double.NEGATIVE_INFINITY);
        for (int index = 0; index < logs.length; index++) {
            if (logs[index] >= peak - DEPTH) {
                int rest = index;
                for (int i = wide.size() - 1; i >= 0; i--) {
                    Axis axis = wide.get(i);
                    double centre = axis.at(rest % axis.count());
                    lower[i] = Math.min(lower[i], centre - 1.5 * axis.step());
                    upper[i] = Math.max(upper[i], centre + 1.5 * axis.step());
                    rest /= axis.count();
                }
            }
        }
        return axes(lower, upper, cells);
    }
}
