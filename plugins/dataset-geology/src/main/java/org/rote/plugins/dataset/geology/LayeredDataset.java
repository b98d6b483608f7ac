package org.rote.plugins.dataset.geology;

import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.plugins.dataset.geology.section.SectionGrid;
import org.rote.spi.Axis;
import org.rote.spi.Dataset;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;

/** Sections that are drawn anew each time they are read; see {@link LayeredConfig} for how. Immutable. */
final class LayeredDataset implements Dataset {

    private static final double SLOWEST_SHARE = 0.25;
    private static final double LEAST_GROWTH = 0.5;
    private static final double LEAST_WEIGHT = 0.2;

    private final LayeredConfig config;
    private final Proportions proportions;
    private final SectionGrid grid;
    private final SeededStreams streams;

    LayeredDataset(LayeredConfig config, Proportions proportions, SectionGrid grid) {
        this.config = config;
        this.proportions = proportions;
        this.grid = grid;
        this.streams = new SeededStreams(config.seed(), "layered");
    }

    @Override
    public Space space() {
        return grid.space();
    }

    @Override
    public int count() {
        return config.count();
    }

    @Override
    public void read(int index, double[] out) {
        LayeredSection section = draw(config.first() + Objects.checkIndex(index, config.count()));
        Axis z = grid.z();
        grid.fill((x, columns, offset) -> section.column(x, z.step(), columns, offset, z.count()), out);
    }

    private LayeredSection draw(long number) {
        double[] thicknesses = thicknesses(streams.random("layers", number));
        Interfaces interfaces =
                new Interfaces(thicknesses, config.maxDip(), proportions, streams.random("folds", number));
        double[] velocities = velocities(thicknesses.length, streams.random("velocities", number));
        RandomGenerator random = streams.random("fault", number);
        boolean isFaulted = random.nextDouble() < config.faultProbability();
        Optional<Fault> fault = isFaulted ? Optional.of(Fault.draw(random, proportions)) : Optional.empty();
        return new LayeredSection(velocities, interfaces, fault, config.transition());
    }

    /** What is left of the depth beside the least thicknesses is shared out at random. */
    private double[] thicknesses(RandomGenerator random) {
        int layers = random.nextInt(config.minLayers(), config.maxLayers() + 1);
        double[] thicknesses = shares(layers, random);
        for (int k = 0; k < layers; k++) {
            double rest = proportions.depth() - layers * proportions.minThickness();
            thicknesses[k] = proportions.minThickness() + rest * thicknesses[k];
        }
        return thicknesses;
    }

    private double[] velocities(int layers, RandomGenerator random) {
        double range = config.maxVelocity() - config.minVelocity();
        double slowest = config.minVelocity() + range * SLOWEST_SHARE * random.nextDouble();
        double growth = (config.maxVelocity() - slowest) * random.nextDouble(LEAST_GROWTH, 1);
        double[] velocities = new double[layers];
        velocities[0] = slowest;
        double[] steps = shares(layers - 1, random);
        for (int k = 1; k < layers; k++) {
            velocities[k] = velocities[k - 1] + growth * steps[k - 1];
        }
        for (int k = 2; k < layers; k++) {
            if (random.nextDouble() < config.inversionProbability()) {
                double above = velocities[k - 1];
                velocities[k - 1] = velocities[k];
                velocities[k] = above;
            }
        }
        return velocities;
    }

    /** Random positive numbers with sum 1, none more than five times another. */
    private static double[] shares(int count, RandomGenerator random) {
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            shares[i] = random.nextDouble(LEAST_WEIGHT, 1);
            sum += shares[i];
        }
        for (int i = 0; i < count; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
