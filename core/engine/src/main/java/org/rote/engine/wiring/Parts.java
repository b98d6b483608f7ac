package org.rote.engine.wiring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rote.engine.manifest.ManifestException;
import org.rote.engine.manifest.Observation;
import org.rote.engine.manifest.Section;
import org.rote.engine.manifest.Study;
import org.rote.numerics.Derivations;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Diagnostic;
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
    private final Warnings warnings;
    private final Resources resources;
    private final Faults faults;
    private final SeededStreams streams;

    Parts(Study study, RunExecutor executor, Warnings warnings, Resources resources, Faults faults) {
        this.study = study;
        this.executor = executor;
        this.warnings = warnings;
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
        return faults.once(List.of("parameterization", operator, name), () -> parameterized(alone.get(), name));
    }

    private ForwardMap operator(String name) {
        Section<ForwardOperator> section = named(study.operators(), name);
        return ForwardMap.of(section, create("operator", section, Optional.empty()));
    }

    private ForwardMap parameterized(ForwardMap map, String name) {
        Section<Parameterization> section = named(study.parameterizations(), name);
        Space model = map.operator().domain();
        Parameterization inner = create("parameterization", section, Optional.of(model));
        requireFit(
                section,
                model,
                inner.range(),
                "the model space of operator \"" + map.section().name() + "\"");
        return map.behind(new Latent(section, inner));
    }

    Optional<Prior> prior(String name, ForwardMap map) {
        Space space = map.space();
        return faults.once(List.of("prior", name, space), () -> {
            Section<Prior> section = named(study.priors(), name);
            Prior prior = create("prior", section, Optional.of(space));
            requireFit(section, space, prior.space(), "the space of the unknowns");
            return Derivations.of(prior, executor);
        });
    }

    Optional<ObservedData> observed(String name, String operator, Optional<String> parameterization) {
        return map(operator, parameterization)
                .flatMap(map -> faults.once(
                        List.of("observation", name, operator, parameterization),
                        () -> observed(named(study.observations(), name), map)));
    }

    private ObservedData observed(Observation observation, ForwardMap map) {
        SeededStreams noise = streams.within("observation").within(observation.name());
        Space space = map.operator().range();
        if (observation instanceof Observation.Values given) {
            double[] values = given.in(space.unit());
            return ObservedData.given(map, located(given, () -> ArrayInput.requireFit("data", values, space)), noise);
        }
        if (observation instanceof Observation.Recorded recorded) {
            double[] values = located(recorded, () -> ArrayInput.read("file", recorded.file(), space));
            return ObservedData.given(map, values, noise);
        }
        Observation.Synthetic synthetic = (Observation.Synthetic) observation;
        return ObservedData.synthetic(map, truth(synthetic, map), synthetic.noiseFree(), noise);
    }

    private static <T> T located(Observation observation, Supplier<T> read) {
        try {
            return read.get();
        } catch (InvalidInputException e) {
            throw observation.origin().locate(e);
        }
    }

    /** A truth is a model; where that does not work and there is a parameterization, it may be given in latent coordinates. */
    private Truth truth(Observation.Synthetic synthetic, ForwardMap map) {
        Space model = map.operator().domain();
        if (map.latent().isEmpty()) {
            double[] truth = onlyModel(synthetic, model);
            return new Truth(truth, Optional.of(truth));
        }
        Latent latent = map.latent().get();
        double[] truth;
        try {
            truth = onlyModel(synthetic, model);
        } catch (ManifestException notAModel) {
            try {
                double[] point = onlyModel(synthetic, latent.space());
                return new Truth(latent.model(point), Optional.of(point));
            } catch (ManifestException neither) {
                notAModel.addSuppressed(neither);
                throw notAModel;
            }
        }
        return new Truth(truth, latent.point(truth));
    }

    private double[] onlyModel(Observation.Synthetic synthetic, Space space) {
        Section<Dataset> section = synthetic.truth();
        Dataset dataset = create("truth", section, Optional.of(space));
        requireFit(section, space, dataset.space(), "the space that the truth must be in");
        if (dataset.count() != 1) {
            throw problem(
                    section,
                    "holds " + dataset.count() + " models, a truth is one",
                    "name one of them, for example with \"take: 0..0\" where the type has that key");
        }
        return section.call("read", () -> {
            double[] model = new double[space.size()];
            dataset.read(0, model);
            return model;
        });
    }

    Optional<NoiseModel> noise(String name, String observation, String operator, Optional<String> parameterization) {
        return observed(observation, operator, parameterization)
                .flatMap(observed -> faults.once(
                        List.of("noise", name, observation, operator, parameterization),
                        () -> noise(name, observed.map(), observed::clean)));
    }

    /** A noise model for data that are not an observation of the study's. */
    Optional<NoiseModel> noise(String name, ForwardMap map, double[] data) {
        return faults.once(List.of("noise", name), () -> noise(name, map, () -> data));
    }

    private NoiseModel noise(String name, ForwardMap map, Supplier<double[]> data) {
        Section<NoiseModel> section = named(study.noises(), name);
        Space space = map.operator().range();
        Context context = context(
                "noise",
                section,
                Optional.of(space),
                () -> Optional.of(data.get().clone()));
        NoiseModel noise = kept("noise", section, section.create(context));
        requireFit(section, space, noise.space(), "the data space of the operator");
        return noise;
    }

    Optional<Sampler> sampler(String name, ForwardMap map) {
        Section<Sampler> section = named(study.samplers(), name).section();
        Space space = map.space();
        return faults.once(List.of("sampler", name, space), () -> create("sampler", section, Optional.of(space)));
    }

    Optional<Diagnostic> diagnostic(int index, ForwardMap map) {
        Space space = map.space();
        return faults.once(
                List.of("diagnostic", index, space),
                () -> create("diagnostic", study.diagnostics().get(index).section(), Optional.of(space)));
    }

    Optional<Report> report(int index) {
        return faults.once(
                List.of("report", index), () -> create("report", study.reports().get(index), Optional.empty()));
    }

    private <T> T create(String scope, Section<T> section, Optional<Space> space) {
        return kept(scope, section, section.create(context(scope, section, space, Optional::empty)));
    }

    private <T> T kept(String scope, Section<T> section, T part) {
        resources.add(scope + " \"" + section.name() + "\"", part);
        return part;
    }

    private Context context(
            String scope, Section<?> section, Optional<Space> space, Supplier<Optional<double[]>> data) {
        return new PartContext(
                streams.within(scope).within(section.name()),
                space,
                data,
                executor,
                warnings.of(scope + " \"" + section.name() + "\""));
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
