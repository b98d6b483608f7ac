package org.rote.plugins.dataset.geology.basin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.plugins.dataset.geology.section.Undulation;
import org.rote.spi.SeededStreams;

/** Draws basins; see {@link BasinConfig} for what of. Immutable. */
final class BasinGenerator {

    private static final double HIGHEST_FOLD = 1.0 / 3;
    /** The shares of the depth between which unconformities lie. */
    private static final double SHALLOWEST_UNCONFORMITY = 0.15;

    private static final double DEEPEST_UNCONFORMITY = 0.8;
    /** Layers are drawn this much further than their sequence is thought to reach, as a share of the depth. */
    private static final double MARGIN = 0.3;

    private final BasinConfig config;
    private final Extent extent;
    private final SeededStreams streams;

    BasinGenerator(BasinConfig config, Extent extent) {
        this.config = config;
        this.extent = extent;
        this.streams = new SeededStreams(config.seed(), "basin");
    }

    /** Draws the basin of a number; the same one each time. */
    Basin draw(long number) {
        Optional<Surface> seaFloor = seaFloor(streams.random("water", number));
        double floor = seaFloor.map(Surface::mean).orElse(0.0);
        Extent below = new Extent(extent.width(), extent.depth() - floor);
        VelocityConfig velocities = config.velocities();
        RandomGenerator trend = streams.random("compaction", number);
        return new Basin(
                seaFloor,
                config.water().velocity(),
                new SaltGenerator(config.salt(), extent, floor).draw(streams.random("salt", number)),
                config.salt().velocity(),
                sequences(below, number),
                new Compaction(
                        Ranges.draw(velocities.atTop(), trend),
                        Ranges.draw(velocities.gradient(), trend),
                        velocities.fastest()),
                Texture.draw(
                        config.heterogeneity().lengths().get(0),
                        config.heterogeneity().lengths().get(1),
                        extent,
                        streams.random("heterogeneity", number)),
                config.heterogeneity().deviation(),
                velocities.slowest(),
                velocities.fastest());
    }

    private Optional<Surface> seaFloor(RandomGenerator random) {
        WaterConfig water = config.water();
        if (random.nextDouble() >= water.probability()) {
            return Optional.empty();
        }
        double mean = Ranges.draw(water.depth(), random);
        double relief = Math.min(water.relief(), mean) * random.nextDouble();
        return Optional.of(new Surface(mean, relief, extent.gentle(random)));
    }

    private List<Sequence> sequences(Extent below, long number) {
        RandomGenerator surfaces = streams.random("unconformities", number);
        RandomGenerator folds = streams.random("folds", number);
        RandomGenerator layers = streams.random("layers", number);
        RandomGenerator contrasts = streams.random("contrasts", number);
        RandomGenerator channels = streams.random("channels", number);
        int count = 1 + Ranges.drawNumber(config.unconformities().number(), surfaces);
        FaultGenerator faults = new FaultGenerator(config.faults(), below, count, streams.random("faults", number));
        int incisions = Ranges.drawNumber(config.channels().number(), channels);
        List<Sequence> sequences = new ArrayList<>();
        double top = 0;
        double eroded = 0;
        for (int s = 0; s < count; s++) {
            Fold fold = s == 0 ? growingFold(below, folds) : erodedFold(below, surfaces);
            eroded += fold.uplift();
            Optional<Surface> base =
                    s + 1 < count ? Optional.of(unconformity(s, count - 1, eroded, below, surfaces)) : Optional.empty();
            double bottom = base.map(Surface::mean).orElse(below.depth() + eroded);
            Strata strata = Strata.draw(
                    config.layers(),
                    config.velocities().contrast(),
                    top + fold.uplift(),
                    bottom + MARGIN * below.depth(),
                    below,
                    layers,
                    contrasts);
            sequences.add(new Sequence(
                    strata,
                    channels(strata, bottom, incisions / count + (s < incisions % count ? 1 : 0), channels),
                    fold,
                    faults.of(s, top),
                    base));
            top = bottom;
        }
        return List.copyOf(sequences);
    }

    private Fold growingFold(Extent below, RandomGenerator random) {
        FoldConfig folds = config.folds();
        double height = Math.min(Ranges.draw(folds.height(), random), HIGHEST_FOLD * below.depth());
        double dip = dip(folds.dip(), below, random);
        return new Fold(waves(below, random), 0, height / below.depth(), 0, dip / below.depth(), below.width() / 2, 0);
    }

    /** What lies below an unconformity was folded and tilted, and then eroded down to what was deepest. */
    private Fold erodedFold(Extent below, RandomGenerator random) {
        UnconformityConfig unconformities = config.unconformities();
        double height = Math.min(Ranges.draw(unconformities.folding(), random), HIGHEST_FOLD * below.depth());
        double dip = dip(unconformities.dip(), below, random);
        double uplift = height / 2 + Math.abs(dip) * below.width() / 2;
        return new Fold(waves(below, random), height, 0, dip, 0, below.width() / 2, uplift);
    }

    /** The tangent of an angle, less where the section would be tilted by more than its folds may be high. */
    private static double dip(double most, Extent below, RandomGenerator random) {
        double limit = HIGHEST_FOLD * below.depth() / (below.width() / 2);
        double dip = StrictMath.tan(most * (2 * random.nextDouble() - 1));
        return Math.max(-limit, Math.min(limit, dip));
    }

    private Undulation waves(Extent below, RandomGenerator random) {
        List<Double> wavelengths = config.folds().wavelengths();
        return below.undulation(random, wavelengths.get(0), wavelengths.get(wavelengths.size() - 1));
    }

    /** Each lies in a part of the depth of its own. */
    private Surface unconformity(int index, int count, double eroded, Extent below, RandomGenerator random) {
        double range = DEEPEST_UNCONFORMITY - SHALLOWEST_UNCONFORMITY;
        double share = SHALLOWEST_UNCONFORMITY + range * (index + random.nextDouble()) / count;
        double relief = Math.min(Ranges.draw(config.unconformities().relief(), random), range / count * below.depth());
        return new Surface(eroded + share * below.depth(), relief, below.gentle(random));
    }

    private List<Channel> channels(Strata strata, double bottom, int count, RandomGenerator random) {
        ChannelConfig config = this.config.channels();
        int layers = strata.layersAbove(bottom);
        List<Channel> channels = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            double factor = 1 + Ranges.draw(config.contrast(), random) * (random.nextBoolean() ? 1 : -1);
            channels.add(new Channel(
                    random.nextInt(layers),
                    extent.width() * random.nextDouble(),
                    Ranges.drawLogarithmically(config.width(), random) / 2,
                    Ranges.draw(config.depth(), random),
                    factor));
        }
        return List.copyOf(channels);
    }
}
