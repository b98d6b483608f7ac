package org.rote.plugins.parameterization.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.rote.numerics.MeasuredValues;
import org.rote.numerics.SeparableTransform;
import org.rote.numerics.SymmetricEigen;
import org.rote.spi.Axis;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;

final class KarhunenLoeveFactory implements Factory<KarhunenLoeveConfig, Parameterization> {

    @Override
    public String name() {
        return "karhunen-loeve";
    }

    @Override
    public Class<KarhunenLoeveConfig> configType() {
        return KarhunenLoeveConfig.class;
    }

    @Override
    public String describe() {
        return "m = b + s Σ z_k √λ_k φ_k with the eigenvalues λ and eigenvectors φ of the correlation of a stationary field";
    }

    @Override
    public String example() {
        return "type: karhunen-loeve\nbackground: 2 km/s\nstandard-deviation: 200 m/s\nlengths: 300 m\nenergy: 0.95\n";
    }

    @Override
    public Parameterization create(KarhunenLoeveConfig config, Context context) {
        Space space = Fields.require(context.space());
        double[] background = Fields.constant("background", config.background(), space);
        double deviation = MeasuredValues.read("standard-deviation", config.standardDeviation(), space.unit());
        List<AxisModes> axes = axes(config, space);
        double[] products = products(axes);
        int[] order = descending(products);
        double[] variances = Arrays.stream(order).mapToDouble(k -> products[k]).toArray();
        int count = config.truncation().count(variances, "fields of this correlation");
        int[] kept = Arrays.copyOf(order, count);
        double[] amplitudes = Arrays.stream(kept)
                .mapToDouble(k -> deviation * Math.sqrt(products[k]))
                .toArray();
        return new Expansion(Fields.coefficients(count), space, background, amplitudes, basis(axes, kept));
    }

    private static List<AxisModes> axes(KarhunenLoeveConfig config, Space space) {
        int given = config.lengths().size();
        if (given != 1 && given != space.axes().size()) {
            throw new InvalidInputException(
                    "lengths",
                    "has " + given + " for " + space.axes().size() + " axes (" + space.describe() + ")",
                    "give one for all, or one for each");
        }
        List<AxisModes> axes = new ArrayList<>();
        for (int d = 0; d < space.axes().size(); d++) {
            Axis axis = space.axes().get(d);
            String key = given == 1 ? "lengths" : "lengths[" + d + "]";
            double length = MeasuredValues.read(key, config.lengths().get(given == 1 ? 0 : d), axis.unit());
            axes.add(
                    AxisModes.of(SymmetricEigen.of(axis.count(), config.kernel().matrix(axis, length))));
        }
        return axes;
    }

    /** The eigenvalues of the whole correlation, in the order of the cells. */
    private static double[] products(List<AxisModes> axes) {
        double[] products = {1};
        for (AxisModes axis : axes) {
            double[] values = axis.values();
            double[] before = products;
            products = new double[before.length * values.length];
            Arrays.setAll(products, k -> before[k / values.length] * values[k % values.length]);
        }
        return products;
    }

    private static int[] descending(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -values[k]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Of each axis only the functions that some mode uses. */
    private static Basis basis(List<AxisModes> axes, int[] kept) {
        int[] places = new int[kept.length];
        int stride = Arrays.stream(axes.stream().mapToInt(AxisModes::count).toArray())
                .reduce(1, Math::multiplyExact);
        List<SeparableTransform.Functions> functions = new ArrayList<>();
        for (AxisModes axis : axes) {
            int count = axis.count();
            stride /= count;
            int step = stride;
            int used = 1 + Arrays.stream(kept).map(k -> k / step % count).max().orElseThrow();
            for (int k = 0; k < kept.length; k++) {
                places[k] = places[k] * used + kept[k] / step % count;
            }
            functions.add(axis.first(used));
        }
        return new Products(new SeparableTransform(functions), places);
    }

    /**
     * The eigenvectors of the correlation along one axis, those of the largest eigenvalues first.
     *
     * @param values the eigenvalues, not below 0
     * @param vectors the eigenvectors, one after the other
     */
    private record AxisModes(double[] values, double[] vectors) {

        static AxisModes of(SymmetricEigen eigen) {
            int count = eigen.size();
            int[] order = descending(eigen.values());
            double[] vectors = new double[count * count];
            double[] unit = new double[count];
            double[] vector = new double[count];
            for (int k = 0; k < count; k++) {
                unit[order[k]] = 1;
                eigen.vector(unit, vector);
                unit[order[k]] = 0;
                System.arraycopy(vector, 0, vectors, k * count, count);
            }
            double[] values = Arrays.stream(order)
                    .mapToDouble(k -> Math.max(0, eigen.values()[k]))
                    .toArray();
            return new AxisModes(values, vectors);
        }

        int count() {
            return values.length;
        }

        SeparableTransform.Functions first(int used) {
            return new SeparableTransform.Functions(used, count(), Arrays.copyOf(vectors, used * count()));
        }
    }
}
