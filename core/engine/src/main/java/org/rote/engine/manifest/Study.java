package org.rote.engine.manifest;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rote.spi.ForwardOperator;
import org.rote.spi.NoiseModel;
import org.rote.spi.Parameterization;
import org.rote.spi.Prior;
import org.rote.spi.Report;

/**
 * A manifest, bound and checked. The maps keep the order of the file and may be empty where the {@link Purpose} allows it.
 *
 * @param file the manifest, as the user named it
 * @param title the title
 * @param seed the seed of everything random
 * @param operators the operators by name
 * @param parameterizations the parameterizations by name
 * @param observations the observations by name
 * @param noises the noise models by name
 * @param priors the priors by name
 * @param samplers the samplers by name
 * @param diagnostics the diagnostics
 * @param reports the reports
 * @param cases the cases; empty where a section is missing that {@link Purpose#OPERATOR} does not ask for
 * @param sections the named sections that cases are made of, in words
 * @param inputs every file that the manifest names, absolute, sorted
 * @param resolved the manifest in YAML with every default filled in and absolute paths; reading it gives the same study
 */
public record Study(
        Path file,
        String title,
        long seed,
        Map<String, Section<ForwardOperator>> operators,
        Map<String, Section<Parameterization>> parameterizations,
        Map<String, Observation> observations,
        Map<String, Section<NoiseModel>> noises,
        Map<String, Section<Prior>> priors,
        Map<String, SamplerSection> samplers,
        List<DiagnosticSection> diagnostics,
        List<Section<Report>> reports,
        List<CasePlan> cases,
        List<Report.Section> sections,
        List<Path> inputs,
        String resolved) {

    /** Copies the collections, keeping their order. */
    public Study {
        operators = ordered(operators);
        parameterizations = ordered(parameterizations);
        observations = ordered(observations);
        noises = ordered(noises);
        priors = ordered(priors);
        samplers = ordered(samplers);
        diagnostics = List.copyOf(diagnostics);
        reports = List.copyOf(reports);
        cases = List.copyOf(cases);
        sections = List.copyOf(sections);
        inputs = List.copyOf(inputs);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
