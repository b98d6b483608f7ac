package org.rote.plugins.format.arrays;

import java.util.List;
import org.rote.numerics.input.Conversion;
import org.rote.spi.Checks;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.Space;

final class InlineFactory implements Factory<InlineConfig, Dataset> {

    @Override
    public String name() {
        return "inline";
    }

    @Override
    public Class<InlineConfig> configType() {
        return InlineConfig.class;
    }

    @Override
    public String describe() {
        return "models written in the manifest, for small problems";
    }

    @Override
    public String example() {
        return "type: inline\nmodels: [[-1.5], [-0.4], [0.4], [1.2], [2.5]]\n";
    }

    @Override
    public Dataset create(InlineConfig config, Context context) {
        Space space = context.space();
        Checks checks = new Checks();
        Conversion conversion = Conversion.of(config.unit(), config.quantity(), space, checks);
        checks.that(
                config.unit().isPresent() || space.unit().equals("1"),
                "unit",
                "is missing: a model is " + space.describe(),
                "say which unit the values have, for example unit: " + space.unit());
        int length = config.models().get(0).size();
        checks.that(
                length == space.size(),
                "models[0]",
                "has " + length + (length == 1 ? " value" : " values") + " where a model has " + space.size() + ": "
                        + space.describe(),
                "give every model " + space.size() + (space.size() == 1 ? " value" : " values"));
        checks.verify();
        double[][] models = new double[config.models().size()][];
        for (int n = 0; n < models.length; n++) {
            models[n] = converted("models[" + n + "]", config.models().get(n), conversion, checks);
        }
        checks.verify();
        return new ModelsInMemory(space, models);
    }

    private static double[] converted(String key, List<Double> model, Conversion conversion, Checks checks) {
        double[] values = new double[model.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = conversion.convert(model.get(i));
            checks.that(
                    Double.isFinite(values[i]),
                    key + "[" + i + "]",
                    conversion.complaint(model.get(i)),
                    "correct the value");
        }
        return values;
    }
}
