package org.rote.plugins.dataset.geology;

import java.util.List;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

final class GaussianFieldFactory implements Factory<GaussianFieldConfig, Dataset> {

    private static final int MOST_COEFFICIENTS = 1 << 24;

    @Override
    public String name() {
        return "gaussian-field";
    }

    @Override
    public Class<GaussianFieldConfig> configType() {
        return GaussianFieldConfig.class;
    }

    @Override
    public String describe() {
        return "smooth random squared slowness with spectral density (τ² + |k|²)^(−α), between two velocities, the same for the same seed";
    }

    @Override
    public String example() {
        return "type: gaussian-field\ncount: 1000\nmin-velocity: 1.5 km/s\nmax-velocity: 3 km/s\n";
    }

    @Override
    public Dataset create(GaussianFieldConfig config, Context context) {
        Space space = context.space();
        WaveSpeed quantity = WaveSpeed.of(space)
                .orElseThrow(() -> wrong(
                        "makes velocities, but a model is " + space.describe(),
                        "use it where models are velocity, slowness or squared slowness"));
        List<Axis> axes = space.axes();
        if (axes.isEmpty()
                || space.element().doubles() != 1
                || !axes.stream().allMatch(axis -> axis.unit().equals("m"))) {
            throw wrong(
                    "makes fields on grids with axes in m, but a model is " + space.describe(),
                    "use it with an operator on such a grid");
        }
        if (2 * config.decay() <= axes.size()) {
            throw new InvalidInputException(
                    "decay",
                    "must be greater than " + axes.size() / 2.0 + " for a field with " + axes.size()
                            + " axes to have a variance, got " + config.decay(),
                    "give for example " + (axes.size() / 2.0 + 2));
        }
        double coefficients = Math.pow(2 * Math.ceil(config.waves() * config.period()) + 1, axes.size());
        if (coefficients > MOST_COEFFICIENTS) {
            throw new InvalidInputException(
                    "waves",
                    "makes " + (long) coefficients + " coefficients for " + axes.size() + " axes, more than "
                            + MOST_COEFFICIENTS,
                    "give fewer waves or a smaller period");
        }
        return new GaussianFieldDataset(config, space, quantity);
    }

    private static InvalidInputException wrong(String what, String fix) {
        return new InvalidInputException("", what, fix);
    }
}
