package org.rote.plugins.dataset.geology;

import java.util.List;
import java.util.Optional;
import org.rote.spi.Axis;
import org.rote.spi.Dataset;
import org.rote.spi.Element;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

/** Data sets for tests, by what differs from the defaults. */
record Sections(
        int count,
        long first,
        long seed,
        int minLayers,
        int maxLayers,
        double inversionProbability,
        double faultProbability,
        double transition) {

    static final int SAMPLES = 70;
    static final Space VELOCITY = grid(SAMPLES, 10);

    static Sections of(int count) {
        return new Sections(count, 0, 0, 3, 8, 0.15, 0.3, 0);
    }

    static Space grid(int samples, double step) {
        return new Space(
                List.of(Axis.metres("x", samples, step), Axis.metres("z", samples, step)),
                "velocity",
                "m/s",
                Element.FLOAT64);
    }

    Sections from(long number) {
        return new Sections(
                count, number, seed, minLayers, maxLayers, inversionProbability, faultProbability, transition);
    }

    Sections withSeed(long other) {
        return new Sections(
                count, first, other, minLayers, maxLayers, inversionProbability, faultProbability, transition);
    }

    Sections withLayers(int fewest, int most) {
        return new Sections(count, first, seed, fewest, most, inversionProbability, faultProbability, transition);
    }

    Sections withInversions(double probability) {
        return new Sections(count, first, seed, minLayers, maxLayers, probability, faultProbability, transition);
    }

    Sections withFaults(double probability) {
        return new Sections(count, first, seed, minLayers, maxLayers, inversionProbability, probability, transition);
    }

    Sections withTransition(double thickness) {
        return new Sections(
                count, first, seed, minLayers, maxLayers, inversionProbability, faultProbability, thickness);
    }

    LayeredConfig config() {
        return new LayeredConfig(
                count,
                first,
                seed,
                minLayers,
                maxLayers,
                1500,
                4500,
                Optional.empty(),
                Optional.empty(),
                Math.PI / 36,
                inversionProbability,
                faultProbability,
                Optional.empty(),
                transition);
    }

    Dataset in(Space space) {
        return new LayeredFactory().create(config(), TestContext.in(space));
    }

    /** All models on the usual grid. */
    double[][] models() {
        Dataset dataset = in(VELOCITY);
        double[][] models = new double[count][VELOCITY.size()];
        for (int n = 0; n < count; n++) {
            dataset.read(n, models[n]);
        }
        return models;
    }
}
