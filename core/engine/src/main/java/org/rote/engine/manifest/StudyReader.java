package org.rote.engine.manifest;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rote.engine.plugins.ExtensionPoint;
import org.rote.engine.plugins.Offer;
import org.rote.spi.Diagnostic;
import org.rote.spi.ForwardOperator;
import org.rote.spi.NoiseModel;
import org.rote.spi.Parameterization;
import org.rote.spi.Prior;
import org.rote.spi.Report;
import org.rote.spi.Sampler;

/** Binds a whole manifest: section by section, then what concerns several of them. */
final class StudyReader {

    static final String OBSERVATION = "observation";
    static final String OBSERVATIONS = "observations";
    static final String CASES = "cases";

    private static final String USUAL_REPORT = "html";

    private final Reading reading;
    private final Purpose purpose;
    private final Map<String, Tree.Entry> resolved = new LinkedHashMap<>();

    StudyReader(Reading reading, Purpose purpose) {
        this.reading = reading;
        this.purpose = purpose;
    }

    /**
     * The keys of a manifest.
     *
     * @return the keys in the order in which they are explained and written
     */
    static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(List.of(Header.VERSION_KEY));
        keys.addAll(Fields.of(Header.class).keys());
        for (ExtensionPoint<?> point : ExtensionPoint.ALL) {
            if (point.equals(ExtensionPoint.NOISE)) {
                keys.addAll(List.of(OBSERVATION, OBSERVATIONS));
            }
            if (!point.equals(ExtensionPoint.DATASET)) {
                keys.addAll(List.of(point.section(), point.plural()));
            }
        }
        keys.add(CASES);
        return keys;
    }

    /**
     * Binds a manifest.
     *
     * @param tree what is written
     * @return the study
     * @throws ManifestException when anything is wrong
     */
    Study read(Tree tree) {
        Problems problems = reading.problems();
        if (!(tree instanceof Tree.Mapping root)) {
            throw problems.fatal(
                    tree.line(), "must be a section of keys, got " + Written.words(tree), "begin it with \"rote: 1\"");
        }
        Scope scope = Scope.root(reading);
        Fields.refuseUnknown(root, keys(), scope);
        Optional<Header> header = Header.read(root, scope, resolved);
        GroupReader reader = new GroupReader(root, scope, resolved);
        Group<Section<ForwardOperator>> operators = sections(reader, ExtensionPoint.OPERATOR);
        Group<Section<Parameterization>> parameterizations = sections(reader, ExtensionPoint.PARAMETERIZATION);
        Group<Observation> observations = reader.named(OBSERVATION, OBSERVATIONS, new ObservationBinder()::bind);
        Group<Section<NoiseModel>> noises = sections(reader, ExtensionPoint.NOISE);
        Group<Section<Prior>> priors = sections(reader, ExtensionPoint.PRIOR);
        Group<SamplerSection> samplers = samplers(reader);
        List<DiagnosticSection> diagnostics = diagnostics(reader);
        List<Section<Report>> reports = reports(reader, scope);
        refuseMissing(reader, scope);

        List<Group<?>> groups = List.of(operators, parameterizations, observations, noises, priors, samplers);
        CaseReader caseReader = new CaseReader(groups, truths(observations), scope);
        List<CasePlan> cases =
                caseReader.read(Optional.ofNullable(root.entries().get(CASES)), resolved);
        if (!cases.isEmpty()) {
            RepetitionCheck.diagnostics(diagnostics, cases, problems);
        }
        RepetitionCheck.reports(reports, problems);
        if (header.isEmpty() || !problems.none()) {
            throw problems.exception();
        }
        return new Study(
                reading.file(),
                header.get().title().orElse(Header.usualTitle(reading.file())),
                header.get().seed(),
                operators.bound(),
                parameterizations.bound(),
                observations.bound(),
                noises.bound(),
                priors.bound(),
                samplers.bound(),
                diagnostics,
                reports,
                cases,
                groups.stream().flatMap(StudyReader::inWords).toList(),
                List.copyOf(reading.inputs()),
                YamlWriter.write(new Tree.Mapping(resolved, 0)));
    }

    private static Map<String, Integer> truths(Group<Observation> observations) {
        Map<String, Integer> truths = new LinkedHashMap<>();
        observations
                .bound()
                .forEach((name, observation) -> observation.truths().ifPresent(count -> truths.put(name, count)));
        return truths;
    }

    private static Stream<Report.Section> inWords(Group<?> group) {
        return group.resolved().entrySet().stream()
                .map(one -> new Report.Section(group.word(), one.getKey(), YamlWriter.line(one.getValue())));
    }

    private static <T> Group<Section<T>> sections(GroupReader reader, ExtensionPoint<T> point) {
        SectionBinder<T> binder = SectionBinder.of(point);
        return reader.named(
                point.section(),
                point.plural(),
                (name, tree, scope) -> binder.bind(name, tree, scope)
                        .map(bound -> new Named<>(bound.section().name(), bound.section(), bound.resolved())));
    }

    private static Group<SamplerSection> samplers(GroupReader reader) {
        ExtensionPoint<Sampler> point = ExtensionPoint.SAMPLER;
        SectionBinder<Sampler> binder = SectionBinder.of(point);
        return reader.named(
                point.section(),
                point.plural(),
                (name, tree, scope) -> binder.bind(name, tree, scope)
                        .map(bound -> new Named<>(
                                bound.section().name(),
                                new SamplerSection(bound.section(), (Loop) bound.owned()),
                                bound.resolved())));
    }

    private static List<DiagnosticSection> diagnostics(GroupReader reader) {
        ExtensionPoint<Diagnostic> point = ExtensionPoint.DIAGNOSTIC;
        SectionBinder<Diagnostic> binder = SectionBinder.of(point);
        return reader.listed(
                point.section(),
                point.plural(),
                (name, tree, scope) -> binder.bind(name, tree, scope)
                        .map(bound -> new Named<>(
                                bound.section().name(),
                                new DiagnosticSection(bound.section(), ((Selection) bound.owned()).cases()),
                                bound.resolved())));
    }

    /** The reports asked for; the usual one where the manifest does not say. */
    private List<Section<Report>> reports(GroupReader reader, Scope scope) {
        ExtensionPoint<Report> point = ExtensionPoint.REPORT;
        SectionBinder<Report> binder = SectionBinder.of(point);
        if (reader.has(point.section(), point.plural())) {
            return reader.listed(
                    point.section(),
                    point.plural(),
                    (name, tree, place) -> binder.bind(name, tree, place)
                            .map(bound -> new Named<>(bound.section().name(), bound.section(), bound.resolved())));
        }
        if (reading.catalog().find(point, USUAL_REPORT).isEmpty()) {
            return List.of();
        }
        return binder.bind(Optional.empty(), TypeKey.put(USUAL_REPORT, Map.of(), 0), scope.key(point.section(), 0))
                .map(bound -> {
                    resolved.put(point.plural(), new Tree.Entry(new Tree.Sequence(List.of(bound.resolved()), 0), 0));
                    return List.of(bound.section());
                })
                .orElse(List.of());
    }

    private void refuseMissing(GroupReader reader, Scope scope) {
        for (ExtensionPoint<?> point :
                List.of(ExtensionPoint.OPERATOR, ExtensionPoint.NOISE, ExtensionPoint.PRIOR, ExtensionPoint.SAMPLER)) {
            boolean needed = purpose == Purpose.STUDY || point.equals(ExtensionPoint.OPERATOR);
            if (needed && !reader.has(point.section(), point.plural())) {
                List<String> types = reading.catalog().offers(point).stream()
                        .map(Offer::name)
                        .toList();
                scope.key(point.section(), 0)
                        .problem(
                                "is missing",
                                "add \"" + point.section() + ": { type: ... }\"; "
                                        + Suggestion.fix("", types, point.plural()));
            }
        }
        if (purpose == Purpose.STUDY && !reader.has(OBSERVATION, OBSERVATIONS)) {
            scope.key(OBSERVATION, 0)
                    .problem(
                            "is missing",
                            "add \"observation:\" with data: [...], file: data.npy, recorded: { type: ... } or truth: { type: ... }");
        }
    }
}
