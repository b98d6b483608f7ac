package org.rote.plugins.dataset.geology.collection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;

/** Makes the data set {@code excluding}. */
public final class ExcludingFactory implements Factory<ExcludingConfig, Dataset> {

    /** For the plugin. */
    public ExcludingFactory() {}

    @Override
    public String name() {
        return "excluding";
    }

    @Override
    public Class<ExcludingConfig> configType() {
        return ExcludingConfig.class;
    }

    @Override
    public String describe() {
        return "the models of one data set without those of another, such as a training set without the truth";
    }

    @Override
    public String example() {
        return "type: excluding\nof: { type: layered, count: 50 }\nmodels: { type: layered, first: 17, count: 1 }\n";
    }

    @Override
    public Dataset create(ExcludingConfig config, Context context) {
        Dataset all = config.of().create(context);
        Set<Model> excluded =
                models(config.models().create(context), all.space().size());
        List<Integer> kept = new ArrayList<>();
        Set<Model> found = new HashSet<>();
        double[] model = new double[all.space().size()];
        for (int n = 0; n < all.count(); n++) {
            all.read(n, model);
            Model candidate = new Model(model);
            if (excluded.contains(candidate)) {
                found.add(new Model(model.clone()));
            } else {
                kept.add(n);
            }
        }
        if (found.isEmpty()) {
            throw new InvalidInputException(
                    "models",
                    "none of the " + excluded.size() + " models to leave out is among the " + all.count()
                            + " of the data set",
                    "give models that are, bit for bit: the same type, seed and number, or the same file");
        }
        if (found.size() < excluded.size()) {
            context.warn("excluding: " + (excluded.size() - found.size()) + " of the " + excluded.size()
                    + " models to leave out are not among the " + all.count() + " of the data set");
        }
        return new ChosenModels(all, kept.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Set<Model> models(Dataset dataset, int size) {
        Set<Model> models = new HashSet<>();
        for (int n = 0; n < dataset.count(); n++) {
            double[] model = new double[size];
            dataset.read(n, model);
            models.add(new Model(model));
        }
        return models;
    }

    /** Values that are compared as such. */
    private record Model(double[] values) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Model model && Arrays.equals(values, model.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }
}
