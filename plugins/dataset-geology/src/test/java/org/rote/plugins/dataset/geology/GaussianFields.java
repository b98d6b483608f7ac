package org.rote.plugins.dataset.geology;

import org.rote.spi.Dataset;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

/** Data sets {@code gaussian-field} for tests, by what differs from the defaults. */
record GaussianFields(int count, long first, long seed, double deviations, int waves, double period) {

    static GaussianFields of(int count) {
        return new GaussianFields(count, 0, 0, 3, 32, 1);
    }

    GaussianFields from(long number) {
        return new GaussianFields(count, number, seed, deviations, waves, period);
    }

    GaussianFields withSeed(long other) {
        return new GaussianFields(count, first, other, deviations, waves, period);
    }

    GaussianFields withDeviations(double other) {
        return new GaussianFields(count, first, seed, other, waves, period);
    }

    GaussianFields withWaves(int most) {
        return new GaussianFields(count, first, seed, deviations, most, period);
    }

    GaussianFields withPeriod(double lengths) {
        return new GaussianFields(count, first, seed, deviations, waves, lengths);
    }

    GaussianFieldConfig config() {
        return new GaussianFieldConfig(count, first, seed, 3, 5, 1500, 3000, deviations, waves, period);
    }

    Dataset in(Space space) {
        return new GaussianFieldFactory().create(config(), TestContext.in(space));
    }

    double[][] models(Space space) {
        Dataset dataset = in(space);
        double[][] models = new double[count][space.size()];
        for (int n = 0; n < count; n++) {
            dataset.read(n, models[n]);
        }
        return models;
    }
}
