package org.rote.plugins.dataset.geology.background;

import java.util.List;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Axis;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

/** Makes the data set {@code profile}. */
public final class ProfileFactory implements Factory<ProfileConfig, Dataset> {

    /** For the plugin. */
    public ProfileFactory() {}

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public Class<ProfileConfig> configType() {
        return ProfileConfig.class;
    }

    @Override
    public String describe() {
        return "one model whose velocity v(z) depends on depth alone, straight between given points";
    }

    @Override
    public String example() {
        return "type: profile\ndepths: [0 m, 200 m, 200 m, 3 km]\nvelocities: [1.5 km/s, 1.5 km/s, 1.8 km/s, 3.5 km/s]\n";
    }

    @Override
    public Dataset create(ProfileConfig config, Context context) {
        Space space = context.space();
        WaveSpeed quantity = WaveSpeed.of(space)
                .orElseThrow(() -> new InvalidInputException(
                        "",
                        "makes velocities, but a model is " + space.describe(),
                        "use it where models are velocity, slowness or squared slowness"));
        List<Axis> axes = space.axes();
        boolean hasDepth = !axes.isEmpty()
                && axes.get(axes.size() - 1).name().equals("z")
                && axes.get(axes.size() - 1).unit().equals("m")
                && space.element().doubles() == 1;
        if (!hasDepth) {
            throw new InvalidInputException(
                    "",
                    "makes models whose last axis is z in m, but a model is " + space.describe(),
                    "use it with an operator on such a grid");
        }
        Axis depth = axes.get(axes.size() - 1);
        double[] column = new double[depth.count()];
        for (int k = 0; k < column.length; k++) {
            column[k] = WaveSpeed.VELOCITY.convert(config.at(depth.at(k)), quantity);
        }
        return new ProfileDataset(space, column);
    }
}
