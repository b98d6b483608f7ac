package org.rote.plugins.dataset.geology.background;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.WaveSpeed;
import org.rote.numerics.input.ContextIn;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.Space;

/** Makes the data set {@code smoothed}. */
public final class SmoothedFactory implements Factory<SmoothedConfig, Dataset> {

    /** For the plugin. */
    public SmoothedFactory() {}

    @Override
    public String name() {
        return "smoothed";
    }

    @Override
    public Class<SmoothedConfig> configType() {
        return SmoothedConfig.class;
    }

    @Override
    public String describe() {
        return "models of another data set, smoothed as squared slowness over lengths along each axis: backgrounds, first guesses";
    }

    @Override
    public String example() {
        return "type: smoothed\nof: { type: basin, count: 1 }\nlengths: [300 m, 150 m]\nwater: 1.5 km/s\n";
    }

    @Override
    public Dataset create(SmoothedConfig config, Context context) {
        Space space = context.space();
        List<Axis> axes = space.axes();
        Optional<WaveSpeed> quantity = WaveSpeed.of(space);
        int given = config.lengths().size();
        new Checks()
                .that(
                        axes.stream().allMatch(axis -> axis.unit().equals("m"))
                                && space.element().doubles() == 1,
                        "",
                        "smooths models on grids with axes in m, but a model is " + space.describe(),
                        "use it with an operator on such a grid")
                .that(
                        given == 1 || given == axes.size(),
                        "lengths",
                        "has " + given + " values for a model with " + axes.size() + " axes: " + space.describe(),
                        "give one length for all axes, or one for each")
                .that(
                        config.water().isEmpty()
                                || (quantity.isPresent()
                                        && !axes.isEmpty()
                                        && axes.get(axes.size() - 1).name().equals("z")),
                        "water",
                        "needs models that are a speed of waves and whose last axis is z, got " + space.describe(),
                        "leave water out")
                .verify();
        Space inner = quantity.isPresent() ? WaveSpeed.SQUARED_SLOWNESS.in(space) : space;
        Dataset models = config.of().create(new ContextIn(context, inner));
        Smoothing smoothing = Smoothing.of(axes, config.lengths());
        Optional<Double> water =
                config.water().map(velocity -> WaveSpeed.VELOCITY.convert(velocity, WaveSpeed.SQUARED_SLOWNESS));
        return new SmoothedDataset(space, quantity, models, smoothing, water);
    }
}
