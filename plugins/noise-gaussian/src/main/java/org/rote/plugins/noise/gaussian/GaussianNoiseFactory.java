package org.rote.plugins.noise.gaussian;

import java.util.Arrays;
import java.util.List;
import org.rote.numerics.MeasuredValues;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NoiseModel;
import org.rote.spi.Space;

final class GaussianNoiseFactory implements Factory<GaussianNoiseConfig, NoiseModel> {

    private static final String LEVEL = "standard-deviation";

    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public Class<GaussianNoiseConfig> configType() {
        return GaussianNoiseConfig.class;
    }

    @Override
    public String describe() {
        return "y = F(x) + ε, every stored number of ε independent with distribution N(0, γ²); for complex data the real and the imaginary part each";
    }

    @Override
    public String example() {
        return "type: gaussian\nstandard-deviation: 0.3\n";
    }

    @Override
    public NoiseModel create(GaussianNoiseConfig config, Context context) {
        Space space = context.space();
        return config.standardDeviation()
                .map(texts -> absolute(texts, space))
                .orElseGet(() -> relative(config.relative().orElseThrow(), context));
    }

    private static NoiseModel absolute(List<String> texts, Space space) {
        double[] deviations = MeasuredValues.read(LEVEL, texts, space.unit());
        if (deviations.length == 1) {
            return IndependentNoise.uniform(space, deviations[0]);
        }
        int perDatum = space.element().doubles();
        int data = space.size() / perDatum;
        if (deviations.length != data) {
            throw new InvalidInputException(
                    LEVEL,
                    "has " + deviations.length + " values for " + data + " data (" + space.describe() + ")",
                    "give one value, or one for each datum");
        }
        double[] stored = new double[space.size()];
        Arrays.setAll(stored, i -> deviations[i / perDatum]);
        return IndependentNoise.each(space, stored);
    }

    private static NoiseModel relative(double fraction, Context context) {
        Space space = context.space();
        double[] data = context.data()
                .orElseThrow(() -> new InvalidInputException(
                        "relative", "needs data to be relative to, and there are none", "give standard-deviation"));
        double largest = largest(data, space.element().doubles());
        if (!(largest > 0) || Double.isInfinite(largest)) {
            throw new InvalidInputException(
                    "relative",
                    "has no meaning for data whose largest absolute value is " + largest,
                    "give standard-deviation");
        }
        return IndependentNoise.uniform(space, fraction * largest);
    }

    // NaN where a datum is NaN
    private static double largest(double[] data, int perDatum) {
        double largest = 0;
        for (int i = 0; i < data.length; i += perDatum) {
            largest = Math.max(largest, perDatum == 1 ? Math.abs(data[i]) : Math.hypot(data[i], data[i + 1]));
        }
        return largest;
    }
}
