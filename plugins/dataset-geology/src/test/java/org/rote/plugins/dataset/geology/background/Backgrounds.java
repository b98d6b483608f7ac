package org.rote.plugins.dataset.geology.background;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Element;
import org.rote.spi.Factory;
import org.rote.spi.Part;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

/** Parts and spaces for the tests of this package. */
final class Backgrounds {

    private Backgrounds() {}

    /** A section inside a section, made in the space that it is asked for. */
    record Section<C extends Record>(Factory<C, Dataset> factory, C config) implements Part<Dataset> {

        @Override
        public String type() {
            return factory.name();
        }

        @Override
        public Dataset create(Context context) {
            return factory.create(config, context);
        }
    }

    static Space grid(int nx, int nz, double step) {
        return new Space(List.of(Axis.metres("x", nx, step), Axis.metres("z", nz, step)), "", "", Element.FLOAT64);
    }

    static Part<Dataset> profile(List<Double> depths, List<Double> velocities) {
        return new Section<>(new ProfileFactory(), new ProfileConfig(depths, velocities));
    }

    static Part<Dataset> smoothed(Part<Dataset> of, double... lengths) {
        List<Double> list = Arrays.stream(lengths).boxed().toList();
        return new Section<>(new SmoothedFactory(), new SmoothedConfig(of, list, Optional.of(1500.0)));
    }

    static double[] model(Part<Dataset> part, Space space) {
        Dataset dataset = part.create(TestContext.in(space));
        double[] model = new double[space.size()];
        dataset.read(0, model);
        return model;
    }

    static Space squaredSlowness(Space space) {
        return WaveSpeed.SQUARED_SLOWNESS.in(space);
    }
}
