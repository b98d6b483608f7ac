package org.rote.engine.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rote.engine.plugins.Catalog;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.engine.plugins.Offer;
import org.rote.engine.plugins.PluginSource;
import org.rote.spi.Checks;
import org.rote.spi.Dataset;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Part;
import org.rote.spi.Problem;
import org.rote.spi.Space;

/** What the study of the design asks for, offered by fakes; each test may add to it. */
final class FakeCatalog implements Catalog {

    private final List<Offer<?>> offers = new ArrayList<>();

    static FakeCatalog ofTheDesign() {
        return new FakeCatalog()
                .with(ExtensionPoint.OPERATOR, FakeFactory.of("cubic-1d", Cubic.class))
                .with(ExtensionPoint.NOISE, FakeFactory.of("gaussian", Gaussian.class))
                .with(ExtensionPoint.PRIOR, FakeFactory.of("memorized-diffusion", Memorized.class, Memorized::create))
                .with(ExtensionPoint.PRIOR, FakeFactory.of("empirical", Empirical.class))
                .with(ExtensionPoint.DATASET, FakeFactory.of("inline", Inline.class, (config, context) -> config))
                .with(ExtensionPoint.SAMPLER, FakeFactory.of("linearized-mixture", NoKeys.class))
                .with(ExtensionPoint.SAMPLER, FakeFactory.of("quadrature", Quadrature.class))
                .with(ExtensionPoint.DIAGNOSTIC, FakeFactory.of("mixture-weights", NoKeys.class))
                .with(ExtensionPoint.DIAGNOSTIC, FakeFactory.of("effective-modes", NoKeys.class))
                .with(ExtensionPoint.REPORT, FakeFactory.of("html", NoKeys.class));
    }

    <T> FakeCatalog with(ExtensionPoint<T> point, Factory<?, ? extends T> factory) {
        Path directory = Path.of("plugins", factory.name());
        offers.add(new Offer<>(
                point, factory, new PluginSource("org.fake." + factory.name(), "0.1.0", directory, List.of())));
        return this;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<Offer<T>> offers(ExtensionPoint<T> point) {
        return offers.stream()
                .filter(offer -> offer.point().equals(point))
                .map(offer -> (Offer<T>) offer)
                .sorted(Comparator.comparing(Offer::name))
                .toList();
    }

    record NoKeys() {}

    record Cubic(
            @Doc("coefficient of the cube") @Default("0.3") double c) {}

    record Gaussian(@Doc("one level, or one for each datum") List<Double> standardDeviation) {}

    record Quadrature(
            @Doc("cells on an axis") @Default("400") int cells) {}

    record Empirical(Part<Dataset> training, Optional<List<Double>> weights) {}

    record Memorized(
            @Doc("noise level in model units") double sigma,
            @Doc("the training models") Part<Dataset> training) {
        Memorized {
            new Checks()
                    .that(
                            sigma > 0,
                            "sigma",
                            "must be greater than 0, got " + sigma,
                            "give a positive noise level in model units, for example 0.05")
                    .verify();
        }

        static org.rote.spi.Prior create(Memorized config, org.rote.spi.Context context) {
            Dataset training = config.training().create(context);
            if (training.count() < 2) {
                throw new InvalidInputException(
                        "training", "must hold at least 2 models, got " + training.count(), "add models");
            }
            return training::space;
        }
    }

    /** A data set that is its own configuration. */
    record Inline(@Doc("the models, one a row") double[][] models) implements Dataset {

        Inline {
            List<Problem> problems = new ArrayList<>();
            for (int i = 0; i < models.length; i++) {
                if (models[i].length == 0) {
                    problems.add(new Problem("models[" + i + "]", "must not be empty", "give at least one number"));
                }
            }
            if (!problems.isEmpty()) {
                throw new InvalidInputException(problems);
            }
        }

        @Override
        public Space space() {
            return Space.vector(models[0].length);
        }

        @Override
        public int count() {
            return models.length;
        }

        @Override
        public void read(int index, double[] out) {
            System.arraycopy(models[index], 0, out, 0, out.length);
        }
    }
}
