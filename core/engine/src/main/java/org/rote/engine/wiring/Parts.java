package org.rote.engine.wiring;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rote.engine.manifest.GivenModels;
import org.rote.engine.manifest.ManifestException;
import org.rote.engine.manifest.Observation;
import org.rote.engine.manifest.Section;
import org.rote.engine.manifest.Study;
import org.rote.numerics.Derivations;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Diagnostic;
import org.rote.spi.Drawable;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NoiseModel;
import org.rote.spi.Parameterization;
import org.rote.spi.Prior;
import org.rote.spi.Problem;
import org.rote.spi.Report;
import org.rote.spi.RunExecutor;
import org.rote.spi.Sampler;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;

/**
 * The parts of a study, each created once for each space it is used in and shared by all cases that name it. A result is empty where a part could not be made;
 * why stands in the {@link Faults}.
 */
final class Parts {

    private final Study study;
    private final RunExecutor executor;
    private final Remarks remarks;
    private final Resources resources;
    private final Faults faults;
    private final SeededStreams streams;
    private final Set<List<Object>> relative = new HashSet<>();

    Parts(Study study, RunExecutor executor, Remarks remarks, Resources resources, Faults faults) {
        this.study = study;
        this.executor = executor;
        this.remarks = remarks;
        this.resources = resources;
        this.faults = faults;
        this.streams = new SeededStreams(study.seed(), "study");
    }

    Optional<ForwardMap> map(String operator, Optional<String> parameterization) {
        Optional<ForwardMap> alone = faults.once(List.of("operator", operator), () -> operator(operator));
        if (parameterization.isEmpty() || alone.isEmpty()) {
            return alone;
        }
        String name = parameterization.get();
        return latent(name, alone.get())
                .flatMap(latent -> faults.once(
                        List.of("map", operator, name), () -> alone.get().behind(latent)));
    }

    private ForwardMap operator(String name) {
        Section<ForwardOperator> section = named(study.operators(), name);
        return ForwardMap.of(section, create("operator", section, Place.NOWHERE));
    }

    private Optional<Latent> latent(String name, ForwardMap map) {
        Space model = map.operator().domain();
        return faults.once(List.of("parameterization", name, model), () -> {
            Section<Parameterization> section = named(study.parameterizations(), name);
            Parameterization made = create("parameterization", section, Place.in(model));
            requireFit(
                    section,
                    model,
                    made.range(),
                    "the model space of operator \"" + map.section().name() + "\"");
            return new Latent(section, made);
        });
    }

    Optional<Prior> prior(String name, ForwardMap map) {
        Place place = Place.of(map);
        return faults.once(List.of("prior", name, place), () -> {
            Section<Prior> section = named(study.priors(), name);
            Prior prior = create("prior", section, place);
            requireFit(section, map.space(), prior.space(), "the space of the unknowns");
            return Derivations.of(prior, executor);
        });
    }

    Optional<ObservedData> observed(DataKey key) {
        Observation observation = named(study.observations(), key.observation());
        Optional<ForwardMap> map = map(key.operator(), key.parameterization());
        if (observation instanceof Observation.Synthetic synthetic) {
            return map.flatMap(whole -> truths(synthetic, key, whole)
                    .flatMap(truths -> synthetic(key, whole, truths, synthetic.noiseFree())));
        }
        if (observation instanceof Observation.OfPrior drawn) {
            return map.flatMap(whole ->
                    truths(drawn, key, whole).flatMap(truths -> synthetic(key, whole, truths, drawn.noiseFree())));
        }
        return map.flatMap(whole -> faults.once(key, () -> given(observation, whole)));
    }

    private Optional<ObservedData> synthetic(DataKey key, ForwardMap map, TruthSource truths, boolean noiseFree) {
        return faults.once(
                key,
                () -> ObservedData.synthetic(
                        map, truths.truth(key.truth()), noiseFree, streams(key.observation()), key.truth()));
    }

    private SeededStreams streams(String observation) {
        return streams.within("observation").within(observation);
    }

    private ObservedData given(Observation observation, ForwardMap map) {
        Space space = map.operator().range();
        if (observation instanceof Observation.Values given) {
            double[] values = given.in(space.unit());
            return ObservedData.given(map, located(given, () -> ArrayInput.requireFit("data", values, space)));
        }
        if (observation instanceof Observation.Stored stored) {
            return ObservedData.given(map, located(stored, () -> ArrayInput.read("file", stored.file(), space)));
        }
        return ObservedData.given(map, recorded(((Observation.Recorded) observation).data(), space));
    }

    private static <T> T located(Observation observation, Supplier<T> read) {
        try {
            return read.get();
        } catch (InvalidInputException e) {
            throw observation.origin().locate(e);
        }
    }

    private double[] recorded(Section<Dataset> section, Space space) {
        Dataset dataset = create("recorded", section, Place.in(space));
        requireFit(section, space, dataset.space(), "the data space of the operator");
        requireOne(section, dataset, "an observation");
        return read(section, dataset, 0);
    }

    /** Made once for all truths of an observation, so that what is wrong with their source is told once. */
    private Optional<TruthSource> truths(Observation.Synthetic synthetic, DataKey key, ForwardMap map) {
        return faults.once(List.of("truths", key.ofAnyTruth()), () -> truths(synthetic, map));
    }

    private TruthSource truths(Observation.Synthetic synthetic, ForwardMap map) {
        Section<Dataset> section = synthetic.truth();
        Context context = context("truth", section, Place.of(map), Optional::empty);
        GivenModels given = section.call("create", () -> GivenModels.of(section, context));
        Dataset dataset = kept("truth", section, given.dataset());
        boolean isModel = map.latent().isEmpty() || given.parameterization().isPresent();
        Space space = isModel ? map.operator().domain() : map.space();
        requireFit(section, space, dataset.space(), "the space that the truth must be in");
        synthetic
                .truths()
                .ifPresentOrElse(
                        count -> requireAsMany(section, dataset, count), () -> requireOne(section, dataset, "a truth"));
        return number -> {
            double[] read = read(section, dataset, number);
            double[] model = isModel ? read : map.model(read);
            Optional<double[]> point = isModel ? map.point(read) : Optional.of(read);
            return new Truth(model, point);
        };
    }

    private Optional<TruthSource> truths(Observation.OfPrior drawn, DataKey key, ForwardMap map) {
        String name = key.prior().orElseThrow();
        return prior(name, map)
                .flatMap(prior ->
                        faults.once(List.of("truths", key.ofAnyTruth()), () -> truths(drawn, name, prior, map)));
    }

    private TruthSource truths(Observation.OfPrior drawn, String name, Prior prior, ForwardMap map) {
        Section<Prior> section = named(study.priors(), name);
        Drawable drawable = prior.capability(Drawable.class)
                .orElseThrow(() -> new ManifestException(List.of(drawn.origin()
                        .locate(new Problem(
                                "truths-from-prior",
                                "prior \"" + name + "\" cannot be drawn from",
                                "give the truths as a data set: \"truth: { type: ... }\" with \"truths: "
                                        + drawn.count() + "\"")))));
        SeededStreams own = streams(drawn.name()).within(name);
        return number -> section.call("draw", () -> {
            double[] point = new double[map.space().size()];
            drawable.draw(own.random("truth", number), point);
            NonFinite.refuse(point, map.space(), "a draw of prior \"" + name + "\"");
            return new Truth(map.model(point), Optional.of(point));
        });
    }

    private static void requireOne(Section<Dataset> section, Dataset dataset, String what) {
        if (dataset.count() != 1) {
            throw problem(
                    section,
                    "holds " + dataset.count() + " models, " + what + " is one",
                    "name one of them, for example with \"take: 0..0\" where the type has that key"
                            + (what.equals("a truth") ? "; or say with \"truths\" how many of them are truths" : ""));
        }
    }

    private static void requireAsMany(Section<Dataset> section, Dataset dataset, int truths) {
        if (dataset.count() < truths) {
            throw problem(
                    section,
                    "holds " + dataset.count() + " models for " + truths + " truths",
                    "give more models, or lower \"truths\"");
        }
    }

    private static double[] read(Section<Dataset> section, Dataset dataset, int number) {
        return section.call("read", () -> {
            double[] model = new double[dataset.space().size()];
            dataset.read(number, model);
            return model;
        });
    }

    Optional<NoiseModel> noise(String name, DataKey key) {
        List<Object> which = List.of("noise", name, key);
        return observed(key)
                .flatMap(observed -> faults.once(
                        which,
                        () -> noise(name, observed.map(), () -> {
                            relative.add(which);
                            return observed.clean();
                        })));
    }

    /** Whether a noise model, once made, has asked for the data to take its level from them. */
    boolean isNoiseRelative(String name, DataKey key) {
        return relative.contains(List.<Object>of("noise", name, key));
    }

    /** A noise model for data that are not an observation of the study's. */
    Optional<NoiseModel> noise(String name, ForwardMap map, double[] data) {
        return faults.once(List.of("noise", name), () -> noise(name, map, () -> data));
    }

    private NoiseModel noise(String name, ForwardMap map, Supplier<double[]> data) {
        Section<NoiseModel> section = named(study.noises(), name);
        Space space = map.operator().range();
        Context context = context(
                "noise", section, Place.in(space), () -> Optional.of(data.get().clone()));
        NoiseModel noise = kept("noise", section, section.create(context));
        requireFit(section, space, noise.space(), "the data space of the operator");
        return noise;
    }

    Optional<Sampler> sampler(String name, ForwardMap map) {
        Section<Sampler> section = named(study.samplers(), name).section();
        Place place = Place.of(map);
        return faults.once(List.of("sampler", name, place), () -> create("sampler", section, place));
    }

    Optional<Diagnostic> diagnostic(int index, ForwardMap map) {
        Place place = Place.of(map);
        return faults.once(
                List.of("diagnostic", index, place),
                () -> create("diagnostic", study.diagnostics().get(index).section(), place));
    }

    Optional<Report> report(int index) {
        return faults.once(
                List.of("report", index), () -> create("report", study.reports().get(index), Place.NOWHERE));
    }

    private <T> T create(String scope, Section<T> section, Place place) {
        return kept(scope, section, section.create(context(scope, section, place, Optional::empty)));
    }

    private <T> T kept(String scope, Section<T> section, T part) {
        resources.add(scope + " \"" + section.name() + "\"", part);
        return part;
    }

    private Context context(String scope, Section<?> section, Place place, Supplier<Optional<double[]>> data) {
        String teller = scope + " \"" + section.name() + "\"";
        return new PartContext(
                streams.within(scope).within(section.name()),
                place,
                data,
                executor,
                remarks.warnings().of(teller),
                remarks.notes().of(teller));
    }

    private static void requireFit(Section<?> section, Space wanted, Space found, String role) {
        wanted.mismatch(found).ifPresent(mismatch -> {
            throw problem(section, "does not fit " + role + ": " + mismatch, "give it this shape, quantity and unit");
        });
    }

    private static ManifestException problem(Section<?> section, String what, String fix) {
        return new ManifestException(List.of(section.origin().locate(new Problem("", what, fix))));
    }

    static <T> T named(Map<String, T> sections, String name) {
        T section = sections.get(name);
        if (section == null) {
            throw new IllegalArgumentException("no section \"" + name + "\" among " + sections.keySet());
        }
        return section;
    }
}
