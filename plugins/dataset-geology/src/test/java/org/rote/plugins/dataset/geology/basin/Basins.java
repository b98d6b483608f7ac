package org.rote.plugins.dataset.geology.basin;

import java.util.List;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Dataset;
import org.rote.spi.Element;
import org.rote.spi.Space;
import org.rote.testkit.TestContext;

/** Data sets {@code basin} for tests, by what differs from the defaults. */
record Basins(
        int count,
        long first,
        long seed,
        WaterConfig water,
        LayerConfig layers,
        UnconformityConfig unconformities,
        FaultConfig faults,
        ChannelConfig channels,
        SaltConfig salt,
        HeterogeneityConfig heterogeneity) {

    static final LayerConfig LAYERS = new LayerConfig(60, 0.7, 0.4, 0.2);
    static final VelocityConfig VELOCITIES =
            new VelocityConfig(List.of(1600.0, 1900.0), List.of(0.9, 1.6), 0.1, 1500, 5500);
    static final WaterConfig WATER = new WaterConfig(1, List.of(100.0, 400.0), 80, 1500);
    static final FaultConfig FAULTS = faults(1, 10);
    static final SaltConfig SALT = salt(0.25);
    static final ChannelConfig CHANNELS = channels(0, 4);
    static final FoldConfig FOLDS = new FoldConfig(List.of(50.0, 500.0), List.of(1500.0, 8000.0), Math.toRadians(5));

    /** With all defaults. */
    static Basins of(int count) {
        return new Basins(
                count,
                0,
                0,
                WATER,
                LAYERS,
                unconformities(0, 2),
                FAULTS,
                CHANNELS,
                SALT,
                new HeterogeneityConfig(0.015, List.of(300.0, 25.0)));
    }

    static FaultConfig faults(int fewest, int most) {
        return new FaultConfig(
                List.of(fewest, most),
                List.of(30.0, 300.0),
                List.of(Math.toRadians(48), Math.toRadians(68)),
                0.4,
                List.of(100.0, 1200.0));
    }

    static UnconformityConfig unconformities(int fewest, int most) {
        return new UnconformityConfig(
                List.of(fewest, most), List.of(20.0, 150.0), Math.toRadians(12), List.of(100.0, 600.0));
    }

    static ChannelConfig channels(int fewest, int most) {
        return new ChannelConfig(
                List.of(fewest, most), List.of(300.0, 1500.0), List.of(30.0, 120.0), List.of(0.05, 0.2));
    }

    static SaltConfig salt(double probability) {
        return new SaltConfig(probability, 0.4, List.of(700.0, 2000.0), List.of(0.15, 0.5), 4500);
    }

    Basins from(long number) {
        return new Basins(count, number, seed, water, layers, unconformities, faults, channels, salt, heterogeneity);
    }

    Basins withSeed(long other) {
        return new Basins(count, first, other, water, layers, unconformities, faults, channels, salt, heterogeneity);
    }

    Basins with(WaterConfig other) {
        return new Basins(count, first, seed, other, layers, unconformities, faults, channels, salt, heterogeneity);
    }

    Basins with(UnconformityConfig other) {
        return new Basins(count, first, seed, water, layers, other, faults, channels, salt, heterogeneity);
    }

    Basins with(FaultConfig other) {
        return new Basins(count, first, seed, water, layers, unconformities, other, channels, salt, heterogeneity);
    }

    Basins with(ChannelConfig other) {
        return new Basins(count, first, seed, water, layers, unconformities, faults, other, salt, heterogeneity);
    }

    Basins with(SaltConfig other) {
        return new Basins(count, first, seed, water, layers, unconformities, faults, channels, other, heterogeneity);
    }

    Basins withThickness(double thickness) {
        LayerConfig other = new LayerConfig(thickness, layers.spread(), layers.memory(), layers.taper());
        return new Basins(count, first, seed, water, other, unconformities, faults, channels, salt, heterogeneity);
    }

    Basins withDeviation(double deviation) {
        HeterogeneityConfig other = new HeterogeneityConfig(deviation, heterogeneity.lengths());
        return new Basins(count, first, seed, water, layers, unconformities, faults, channels, salt, other);
    }

    BasinConfig config() {
        return new BasinConfig(
                count,
                first,
                seed,
                water,
                layers,
                VELOCITIES,
                FOLDS,
                unconformities,
                faults,
                channels,
                salt,
                heterogeneity);
    }

    /** A grid for sections of 5 km by 3 km. */
    static Space grid(int nx, int nz) {
        return WaveSpeed.VELOCITY.in(new Space(
                List.of(Axis.metres("x", nx, 5000.0 / nx), Axis.metres("z", nz, 3000.0 / nz)),
                "",
                "",
                Element.FLOAT64));
    }

    Dataset in(Space space) {
        return new BasinFactory().create(config(), TestContext.in(space));
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
