package org.rote.plugins.parameterization.fields;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rote.numerics.MeasuredValues;
import org.rote.numerics.SeparableTransform;
import org.rote.spi.Axis;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;

final class CosineFactory implements Factory<CosineConfig, Parameterization> {

    @Override
    public String name() {
        return "karhunen-loeve-cosine";
    }

    @Override
    public Class<CosineConfig> configType() {
        return CosineConfig.class;
    }

    @Override
    public String describe() {
        return "m = b + σ Σ z_k λ_k φ_k with cosines φ whose amplitudes λ fall off with their wavenumber";
    }

    @Override
    public String example() {
        return "type: karhunen-loeve-cosine\nmodes: 10\nbackground: 2 km/s\nscale: 0.02 s^2/km^2\n";
    }

    @Override
    public Parameterization create(CosineConfig config, Context context) {
        Space space = Fields.requireOneUnit(context.space());
        int[] modes = modes(config.modes(), space);
        double[] background = Fields.constant("background", config.background(), space);
        double scale = MeasuredValues.read("scale", config.scale(), space.unit());
        List<SeparableTransform.Functions> axes = new ArrayList<>();
        for (int d = 0; d < modes.length; d++) {
            axes.add(cosines(modes[d], space.axes().get(d).count()));
        }
        int count = Arrays.stream(modes).reduce(1, Math::multiplyExact);
        int[] places = new int[count];
        Arrays.setAll(places, k -> k);
        return new Expansion(
                Fields.coefficients(count),
                space,
                background,
                amplitudes(config, scale, modes, space),
                new Products(new SeparableTransform(axes), places));
    }

    private static int[] modes(List<Integer> given, Space space) {
        int dimensions = space.axes().size();
        if (given.size() != 1 && given.size() != dimensions) {
            throw new InvalidInputException(
                    "modes",
                    "has " + given.size() + " numbers for " + dimensions + " axes (" + space.describe() + ")",
                    "give one number, or one for each axis");
        }
        int[] modes = new int[dimensions];
        for (int d = 0; d < dimensions; d++) {
            Axis axis = space.axes().get(d);
            modes[d] = given.get(given.size() == 1 ? 0 : d);
            if (modes[d] >= axis.count()) {
                throw new InvalidInputException(
                        given.size() == 1 ? "modes" : "modes[" + d + "]",
                        "must be less than the " + axis.count() + " cells along " + axis.name() + ", got " + modes[d]
                                + ": shorter waves are not different on this grid",
                        "give " + (axis.count() - 1) + " or less, or a finer grid");
            }
        }
        return modes;
    }

    /** √(2/n) cos(π (i + ½) (j + ½) / n), the functions 1 … K of the orthonormal DCT-IV. */
    private static SeparableTransform.Functions cosines(int modes, int cells) {
        double[] values = new double[modes * cells];
        double norm = Math.sqrt(2.0 / cells);
        for (int i = 1; i <= modes; i++) {
            for (int j = 0; j < cells; j++) {
                values[(i - 1) * cells + j] = norm * Math.cos(Math.PI * (i + 0.5) * ((j + 0.5) / cells));
            }
        }
        return new SeparableTransform.Functions(modes, cells, values);
    }

    /** σ λ_k, times the norm √n of φ_k, whose mean square over the n cells is 1. */
    private static double[] amplitudes(CosineConfig config, double scale, int[] modes, Space space) {
        double longest =
                space.axes().stream().mapToDouble(CosineFactory::length).max().orElseThrow();
        double[] squares = {config.shift()};
        for (int d = 0; d < modes.length; d++) {
            double unit = Math.PI * longest / length(space.axes().get(d));
            int count = modes[d];
            double[] before = squares;
            squares = new double[before.length * count];
            Arrays.setAll(squares, k -> {
                double wavenumber = unit * (k % count + 1.5);
                return before[k / count] + wavenumber * wavenumber;
            });
        }
        double norm = scale * Math.sqrt(space.size());
        return Arrays.stream(squares)
                .map(square -> norm * Math.pow(square, -config.decay() / 2))
                .toArray();
    }

    private static double length(Axis axis) {
        return axis.count() * axis.step();
    }
}
