package org.rote.plugins.format.arrays;

import java.util.List;
import java.util.Optional;
import org.rote.numerics.WaveSpeed;
import org.rote.numerics.input.Conversion;
import org.rote.spi.Checks;
import org.rote.spi.Doc;

/**
 * The data set {@code inline}.
 *
 * @param models the models, each its values in the order of the space, depth fastest; at least one, all of one length, finite
 * @param unit the unit of the values
 * @param quantity the quantity of the values
 */
public record InlineConfig(
        @Doc("the models, each a list of its values, depth fastest: [[1, 2], [3, 4]]")
        List<List<Double>> models,

        @Doc("unit of the values, such as km/s; left out where models have none")
        Optional<String> unit,

        @Doc("what the values are, where the operator works with another of these")
        Optional<WaveSpeed> quantity) {

    /** Copies and checks the models; throws {@link org.rote.spi.InvalidInputException}. */
    public InlineConfig {
        models = models.stream().map(List::copyOf).toList();
        Checks checks = new Checks().notEmpty("models", models);
        for (int n = 0; n < models.size(); n++) {
            check("models[" + n + "]", models.get(n), models.get(0).size(), checks);
        }
        Conversion.checkUnit(unit, checks);
        checks.verify();
    }

    private static void check(String key, List<Double> model, int expected, Checks checks) {
        checks.notEmpty(key, model);
        checks.that(
                model.size() == expected,
                key,
                "has " + model.size() + " values where models[0] has " + expected,
                "give models of one length");
        for (int i = 0; i < model.size(); i++) {
            checks.finite(key + "[" + i + "]", model.get(i));
        }
    }
}
