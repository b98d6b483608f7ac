package org.rote.engine.wiring;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rote.engine.manifest.CasePlan;
import org.rote.engine.manifest.DiagnosticSection;
import org.rote.engine.manifest.Observation;
import org.rote.engine.manifest.SamplerSection;
import org.rote.engine.manifest.Study;
import org.rote.spi.Diagnostic;
import org.rote.spi.NoiseModel;
import org.rote.spi.Prior;
import org.rote.spi.Problem;
import org.rote.spi.RunExecutor;
import org.rote.spi.Sampler;
import org.rote.spi.SeededStreams;

/**
 * Turns a bound study into parts that fit each other. Every part is created once for each space it is used in; every mistake of every case is found before
 * anything runs; no operator is evaluated unless a noise level is relative to synthetic data.
 */
public final class Wiring {

    private static final int CASES_NAMED = 3;

    private final Study study;
    private final Faults faults = new Faults();
    private final Parts parts;
    private final Map<List<Object>, SharedPosterior> posteriors = new LinkedHashMap<>();
    private final Map<Unmet, List<String>> unmet = new LinkedHashMap<>();

    private record Unmet(SamplerSection sampler, String what) {}

    /**
     * Nothing is created yet.
     *
     * @param study the bound study
     * @param executor lent to the parts
     * @param remarks where the parts' remarks go
     * @param resources closes the parts in the end
     */
    @Inject
    Wiring(Study study, RunExecutor executor, Remarks remarks, Resources resources) {
        this.study = study;
        this.parts = new Parts(study, executor, remarks, resources, faults);
    }

    /**
     * Creates the parts of every case.
     *
     * @return the study, ready to run
     * @throws org.rote.engine.manifest.ManifestException with everything that does not fit
     * @throws org.rote.engine.plugins.PluginException when a plugin fails
     */
    public WiredStudy resolve() {
        List<WiredCase> cases = new ArrayList<>();
        for (CasePlan plan : study.cases()) {
            wire(plan).ifPresent(cases::add);
        }
        List<WiredStudy.Reporting> reports = new ArrayList<>();
        for (int i = 0; i < study.reports().size(); i++) {
            int index = i;
            parts.report(i)
                    .ifPresent(report ->
                            reports.add(new WiredStudy.Reporting(study.reports().get(index), report)));
        }
        tellUnmet();
        faults.verify();
        return new WiredStudy(cases, reports);
    }

    /** All parts are asked for, even when one is missing already: each has problems of its own to tell. */
    private Optional<WiredCase> wire(CasePlan plan) {
        Optional<ForwardMap> map = parts.map(plan.operator(), plan.parameterization());
        if (map.isEmpty()) {
            return Optional.empty();
        }
        Optional<SharedPosterior> posterior = posterior(plan, map.get());
        Optional<Sampler> sampler = parts.sampler(plan.sampler(), map.get());
        Optional<List<WiredCase.Question>> questions = questions(plan, map.get());
        if (posterior.isEmpty() || sampler.isEmpty() || questions.isEmpty()) {
            return Optional.empty();
        }
        SamplerSection section = Parts.named(study.samplers(), plan.sampler());
        checkRequirements(plan, section, sampler.get(), posterior.get());
        SeededStreams streams = new SeededStreams(study.seed(), "case").within(plan.name());
        return Optional.of(new WiredCase(plan, posterior.get(), section, sampler.get(), questions.get(), streams));
    }

    private Optional<SharedPosterior> posterior(CasePlan plan, ForwardMap map) {
        Observation observation = Parts.named(study.observations(), plan.observation());
        DataKey data = DataKey.of(plan, observation);
        Optional<ObservedData> observed = parts.observed(data);
        Optional<NoiseModel> noise = parts.noise(plan.noise(), data);
        Optional<Prior> prior = parts.prior(plan.prior(), map);
        if (observed.isEmpty() || noise.isEmpty() || prior.isEmpty()) {
            return Optional.empty();
        }
        List<Object> key = List.of(data, plan.noise(), plan.prior());
        boolean isTruthDrawnFromIt = observation instanceof Observation.OfPrior drawn
                && !drawn.noiseFree()
                && !parts.isNoiseRelative(plan.noise(), data);
        return Optional.of(posteriors.computeIfAbsent(
                key,
                unused -> new SharedPosterior(
                        map,
                        observed.get(),
                        Parts.named(study.noises(), plan.noise()),
                        noise.get(),
                        prior.get(),
                        isTruthDrawnFromIt)));
    }

    private Optional<List<WiredCase.Question>> questions(CasePlan plan, ForwardMap map) {
        List<WiredCase.Question> questions = new ArrayList<>();
        boolean complete = true;
        for (int i = 0; i < study.diagnostics().size(); i++) {
            DiagnosticSection question = study.diagnostics().get(i);
            if (question.matches(plan.name())) {
                Optional<Diagnostic> diagnostic = parts.diagnostic(i, map);
                diagnostic.ifPresent(made -> questions.add(new WiredCase.Question(question.section(), made)));
                complete &= diagnostic.isPresent();
            }
        }
        return complete ? Optional.of(questions) : Optional.empty();
    }

    private void checkRequirements(CasePlan plan, SamplerSection section, Sampler sampler, SharedPosterior posterior) {
        List<String> missing = section.section().call("unmet", () -> sampler.unmet(posterior.withoutData()));
        for (String what : missing) {
            unmet.computeIfAbsent(new Unmet(section, what), key -> new ArrayList<>())
                    .add(plan.name());
        }
    }

    private void tellUnmet() {
        unmet.forEach((lack, cases) -> {
            String named = String.join(", ", cases.subList(0, Math.min(CASES_NAMED, cases.size())));
            String more = cases.size() > CASES_NAMED ? " and " + (cases.size() - CASES_NAMED) + " more" : "";
            Problem problem = new Problem(
                    "",
                    lack.what() + " (" + (cases.size() == 1 ? "case " : "cases ") + named + more + ")",
                    "choose other parts, or list under \"cases\" those that go together");
            faults.add(lack.sampler().section().origin().locate(problem));
        });
    }
}
