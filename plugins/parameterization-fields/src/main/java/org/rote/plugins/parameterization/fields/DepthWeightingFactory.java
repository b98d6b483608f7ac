package org.rote.plugins.parameterization.fields;

import java.util.Arrays;
import java.util.List;
import org.rote.spi.Axis;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Parameterization;
import org.rote.spi.Space;

final class DepthWeightingFactory implements Factory<DepthWeightingConfig, Parameterization> {

    @Override
    public String name() {
        return "depth-weighting";
    }

    @Override
    public Class<DepthWeightingConfig> configType() {
        return DepthWeightingConfig.class;
    }

    @Override
    public String describe() {
        return "m = w(z) u with weights that are 0 in water and grow with depth";
    }

    @Override
    public String example() {
        return "type: depth-weighting\nmute: 200 m\ntaper: 50 m\npower: 0.5\n";
    }

    @Override
    public Parameterization create(DepthWeightingConfig config, Context context) {
        Space space = Fields.requireOneUnit(context.space());
        Axis depth = depth(space);
        double deepest = depth.at(depth.count() - 1);
        if (config.mute() >= deepest) {
            throw new InvalidInputException(
                    "mute",
                    "must be less than " + deepest + " m, the depth of the deepest cell, got " + config.mute() + " m",
                    "give the depth of the water");
        }
        double[] column = new double[depth.count()];
        Arrays.setAll(column, k -> weight(config, depth.at(k) - config.mute(), deepest - config.mute()));
        return new Weighting(space, column);
    }

    /** The weights repeat with every column of cells, so depth must be the fastest axis, as it is in every model. */
    private static Axis depth(Space space) {
        List<Axis> axes = space.axes();
        if (axes.isEmpty() || !axes.get(axes.size() - 1).name().equals("z")) {
            throw new InvalidInputException(
                    "", "needs models whose last axis is z, got " + space.describe(), "leave it out for this operator");
        }
        return axes.get(axes.size() - 1);
    }

    private static double weight(DepthWeightingConfig config, double below, double most) {
        if (below < 0 || (below == 0 && config.mute() > 0)) {
            return 0;
        }
        double ramp = below < config.taper() ? Math.pow(Math.sin(Math.PI * below / config.taper() / 2), 2) : 1;
        return Math.pow(below / most, config.power()) * ramp;
    }
}
