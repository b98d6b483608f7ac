package org.rote.engine.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.rote.engine.plugins.Catalog;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.engine.plugins.Offer;
import org.rote.engine.plugins.PluginSource;
import org.rote.spi.Context;
import org.rote.spi.EstimatorFactory;
import org.rote.spi.Factory;
import org.rote.spi.Sampler;

/** One plugin that offers every fake. */
final class FakeCatalog implements Catalog {

    private final PluginSource source;
    private final List<Offer<?>> offers = new ArrayList<>();

    FakeCatalog(Path directory, List<Path> jars) {
        source = new PluginSource("org.fake", "0.1.0", directory, jars);
        offer(ExtensionPoint.OPERATOR, "doubling", FakeParts.Doubling.class, FakeParts.Doubling::create);
        offer(ExtensionPoint.OPERATOR, "cube", FakeParts.Cube.class, (config, context) -> config.create());
        offer(ExtensionPoint.PARAMETERIZATION, "scaling", FakeParts.Scaling.class, FakeParts.Scaling::create);
        offer(ExtensionPoint.PARAMETERIZATION, "constant", FakeParts.Constant.class, FakeParts.Constant::create);
        offer(ExtensionPoint.NOISE, "white", FakeParts.White.class, FakeParts.White::create);
        offer(ExtensionPoint.PRIOR, "bell", FakeParts.Bell.class, FakeParts.Bell::create);
        offer(ExtensionPoint.PRIOR, "remembering", FakeParts.Remembering.class, FakeParts.Remembering::create);
        offer(ExtensionPoint.DATASET, "rows", FakeParts.Rows.class, FakeParts.Rows::create);
        offer(ExtensionPoint.SAMPLER, "walk", FakeSamplers.Walk.class, (config, context) -> config);
        offers.add(new Offer<>(ExtensionPoint.SAMPLER, new Guess(), source));
        offer(ExtensionPoint.DIAGNOSTIC, "moments", FakeDiagnostics.Moments.class, (config, context) -> config);
        offer(ExtensionPoint.DIAGNOSTIC, "pooled", FakePooled.class, (config, context) -> config);
        offer(ExtensionPoint.REPORT, "plain", FakeDiagnostics.Plain.class, (config, context) -> config);
    }

    private <C extends Record, T> void offer(
            ExtensionPoint<T> point, String name, Class<C> type, BiFunction<C, Context, ? extends T> maker) {
        offers.add(new Offer<>(point, new FakeFactory<C, T>(name, type, maker), source));
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

    private record FakeFactory<C extends Record, T>(
            String name, Class<C> configType, BiFunction<C, Context, ? extends T> maker) implements Factory<C, T> {

        @Override
        public String describe() {
            return "The fake " + name + ".";
        }

        @Override
        public String example() {
            return "type: " + name;
        }

        @Override
        public T create(C config, Context context) {
            return maker.apply(config, context);
        }
    }

    /** A walk that is called an estimate. */
    private static final class Guess implements EstimatorFactory<FakeSamplers.Walk> {

        @Override
        public String name() {
            return "guess";
        }

        @Override
        public Class<FakeSamplers.Walk> configType() {
            return FakeSamplers.Walk.class;
        }

        @Override
        public String describe() {
            return "The fake guess.";
        }

        @Override
        public String example() {
            return "type: guess";
        }

        @Override
        public Sampler create(FakeSamplers.Walk config, Context context) {
            return config;
        }
    }
}
