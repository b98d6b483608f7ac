package org.rote.plugins.dataset.geology;

import java.util.List;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

final class LayeredFactory implements Factory<LayeredConfig, Dataset> {

    @Override
    public String name() {
        return "layered";
    }

    @Override
    public Class<LayeredConfig> configType() {
        return LayeredConfig.class;
    }

    @Override
    public String describe() {
        return "random sections of folded and faulted layers whose velocity grows with depth, the same for the same seed";
    }

    @Override
    public String example() {
        return "type: layered\ncount: 1000\nmin-velocity: 1.5 km/s\nmax-velocity: 4.5 km/s\n";
    }

    @Override
    public Dataset create(LayeredConfig config, Context context) {
        Space space = context.space();
        WaveSpeed quantity = WaveSpeed.of(space)
                .orElseThrow(() -> wrong(
                        "makes velocities, but a model is " + space.describe(),
                        "use it where models are velocity, slowness or squared slowness"));
        if (!isSection(space)) {
            throw wrong(
                    "makes sections with axes x and z in m, but a model is " + space.describe(),
                    "use it with an operator on such a grid");
        }
        Proportions proportions =
                Proportions.of(config, space.axes().get(0), space.axes().get(1));
        proportions.check(config.maxLayers());
        return new LayeredDataset(config, proportions, space, quantity);
    }

    private static boolean isSection(Space space) {
        return space.axes().stream().map(Axis::name).toList().equals(List.of("x", "z"))
                && space.axes().stream().allMatch(axis -> axis.unit().equals("m"))
                && space.element().doubles() == 1;
    }

    private static InvalidInputException wrong(String what, String fix) {
        return new InvalidInputException("", what, fix);
    }
}
