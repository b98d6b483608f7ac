package org.rote.plugins.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rote.plugins.report.html.picture.Gallery;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Figure;
import org.rote.spi.Finding;
import org.rote.spi.Report.CaseResult;
import org.rote.spi.Report.Examined;
import org.rote.spi.Report.PoolResult;
import org.rote.spi.Report.Section;
import org.rote.spi.Report.StudyResult;
import org.rote.spi.Severity;
import org.rote.spi.Value;
import org.rote.spi.Verdict;

/** Finished studies with made-up results. */
final class Studies {

    /** What a page must never take for markup. */
    static final String HOSTILE = "<script>alert('x')</script> & \"quoted\" ]]> --> \u0000\u0007 ../../etc";

    private static final String MANIFEST =
            "rote: 1\ntitle: Posterior collapse\noperator:\n  type: cubic-1d\n  c: 0.3\n";
    private static final String PROVENANCE =
            "{\"rote\":\"0.1.0\",\"seed\":20260320,\"plugins\":[{\"id\":\"report-html\"}],\"empty\":{}}";

    private Studies() {}

    /** Three cases with every kind of layer and finding. */
    static StudyResult synthetic() {
        List<CaseResult> cases = new ArrayList<>();
        for (double sigma : new double[] {0.5, 0.3, 0.05}) {
            List<Figure> figures = new ArrayList<>(List.of(Gallery.densities(sigma), Gallery.weights(5)));
            if (sigma == 0.5) {
                figures.addAll(List.of(
                        Gallery.contours(), Gallery.collapse(), Gallery.fields(), Gallery.corners(), Gallery.dense()));
            }
            if (sigma == 0.05) {
                figures.set(1, Gallery.weights(5000));
            }
            cases.add(caseOf("sigma-" + sigma + "+linearized", parts("sigma-" + sigma), sigma, figures));
        }
        return new StudyResult(
                "Posterior collapse under memorized priors",
                MANIFEST,
                PROVENANCE,
                sections(),
                List.of("prior sigma-0.05: the bandwidth 0.05 is below the grid spacing 0.1; refine the grid"),
                List.of("operator \"operator\": steps of 0.8 ms, the largest that is stable"),
                cases,
                List.of());
    }

    /** Many cases with one small picture each. */
    static StudyResult large(int count) {
        List<CaseResult> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double sigma = 0.05 + 0.01 * i;
            cases.add(caseOf(
                    "sweep-" + i, parts("sigma-0.3"), sigma, List.of(Gallery.densities(sigma), Gallery.fields())));
        }
        return new StudyResult("A sweep", MANIFEST, PROVENANCE, sections(), List.of(), List.of(), cases, List.of());
    }

    /** One case in which every word tries to break out of the page. */
    static StudyResult hostile() {
        Finding finding =
                new Finding(HOSTILE, Value.of(2), HOSTILE, OptionalDouble.of(1), Severity.ERROR, HOSTILE, HOSTILE);
        Finding array = Finding.info(HOSTILE, Value.of(new double[] {1, Double.NaN}), HOSTILE, HOSTILE);
        Figure drawn = Gallery.densities(0.3);
        Figure figure = new Figure(
                HOSTILE,
                HOSTILE,
                HOSTILE,
                drawn.panels().stream()
                        .map(panel -> new Figure.Panel(
                                HOSTILE,
                                Figure.Scale.linear(HOSTILE, HOSTILE),
                                panel.y(),
                                List.of(
                                        new Figure.Line(
                                                HOSTILE, Figure.Role.SERIES, new double[] {0, 1}, new double[] {0, 1}),
                                        new Figure.Bars(
                                                HOSTILE, Figure.Role.SERIES, List.of(HOSTILE, "b"), new double[] {1, 2
                                                }))))
                        .toList());
        Map<String, String> parts = Map.of(HOSTILE, HOSTILE);
        CaseResult one = new CaseResult(
                HOSTILE,
                parts,
                1,
                2,
                List.of(
                        new Examined(
                                HOSTILE,
                                new Conclusion(
                                        List.of(finding, array),
                                        List.of(figure),
                                        Optional.of(new Verdict(
                                                Verdict.Word.MEMORIZED, HOSTILE, List.of(finding, array, finding)))),
                                ""),
                        new Examined(HOSTILE, new Conclusion(List.of(), List.of()), HOSTILE)));
        return new StudyResult(
                HOSTILE,
                HOSTILE,
                HOSTILE,
                List.of(new Section(HOSTILE, HOSTILE, HOSTILE)),
                List.of(HOSTILE),
                List.of(HOSTILE),
                List.of(one),
                List.of());
    }

    /** A study without a single answer. */
    static StudyResult bare() {
        CaseResult one = new CaseResult("only", parts("sigma-0.3"), 0, 0, List.of());
        return new StudyResult("Bare", MANIFEST, PROVENANCE, sections(), List.of(), List.of(), List.of(one), List.of());
    }

    /** As many cases, each with a verdict. */
    static StudyResult judged(int count) {
        List<CaseResult> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Finding> figures = List.of(
                    Finding.atMost("copy-probability", 0.2 * i, "1", 0.01, "how probable it is"),
                    Finding.info("closeness", Value.of(0.1), "1", ""),
                    Finding.info("closeness-null", Value.of(0.8), "1", ""));
            Verdict verdict = new Verdict(
                    i == 0 ? Verdict.Word.MEMORIZED : Verdict.Word.NO_SIGN, "Because of draw " + i + ".", figures);
            Examined examined = new Examined("verdict", new Conclusion(figures, List.of(), Optional.of(verdict)), "");
            cases.add(new CaseResult("case-" + i, parts("sigma-0.3"), 1, 10, List.of(examined)));
        }
        return new StudyResult("Judged", MANIFEST, PROVENANCE, sections(), List.of(), List.of(), cases, List.of());
    }

    /** Two samplers at two noises, in the order of a manifest. */
    static StudyResult atTwoNoises() {
        List<CaseResult> cases = new ArrayList<>();
        for (String noise : List.of("low", "high")) {
            for (String sampler : List.of("dps", "exact")) {
                Map<String, String> parts = Map.of("noise", noise, "sampler", sampler, "prior", "atoms");
                cases.add(new CaseResult(noise + "+" + sampler, parts, 0, 0, List.of()));
            }
        }
        return new StudyResult("Noises", MANIFEST, PROVENANCE, sections(), List.of(), List.of(), cases, List.of());
    }

    /** Sixty truths of one sampler, all with a warning of their own, and two pools: one with a verdict and a picture, one that could not be concluded. */
    static StudyResult pooled() {
        List<CaseResult> cases = new ArrayList<>();
        for (int truth = 0; truth < 60; truth++) {
            Map<String, String> parts = Map.of("observation", "many", "truth", "truth-" + truth, "sampler", "dps");
            Finding far = Finding.atMost("z-score", 4 + 0.01 * truth, "1", 3, "off by " + truth);
            cases.add(new CaseResult(
                    "truth-" + truth + "+dps",
                    parts,
                    1,
                    10,
                    List.of(new Examined("truth-rank", new Conclusion(List.of(far), List.of()), ""))));
        }
        Map<String, String> common = Map.of("observation", "many", "sampler", "dps");
        Finding probability = Finding.atMost("probability", 2, "1", 1, "how far ranks stray");
        Finding coverage = Finding.info("coverage", Value.of(new double[] {0.25, 0.5}), "1", "at two levels");
        Verdict verdict =
                new Verdict(Verdict.Word.SAMPLER_WRONG, "It strays.", List.of(probability, probability, probability));
        PoolResult wrong = new PoolResult(
                "calibration",
                "dps",
                common,
                List.of("truth"),
                cases.stream().skip(1).map(CaseResult::name).toList(),
                Map.of("truth-0+dps", "the case failed: no memory"),
                new Conclusion(List.of(probability, coverage), List.of(Gallery.densities(0.3)), Optional.of(verdict)),
                "");
        PoolResult passed = new PoolResult(
                "noise-response",
                "dps",
                common,
                List.of("noise", "truth"),
                List.of("truth-1+dps"),
                Map.of(),
                new Conclusion(List.of(), List.of()),
                "it takes two noises");
        return new StudyResult(
                "Pools", MANIFEST, PROVENANCE, sections(), List.of(), List.of(), cases, List.of(wrong, passed));
    }

    /** One case of which one diagnostic drew one picture. */
    static StudyResult drawn(String diagnostic, Figure figure) {
        Examined examined = new Examined(diagnostic, new Conclusion(List.of(), List.of(figure)), "");
        CaseResult one = new CaseResult("only", parts("sigma-0.3"), 0, 0, List.of(examined));
        return new StudyResult(
                "Drawn", MANIFEST, PROVENANCE, sections(), List.of(), List.of(), List.of(one), List.of());
    }

    private static CaseResult caseOf(String name, Map<String, String> parts, double sigma, List<Figure> figures) {
        double[] weights = {0.0012, 0.31, 0.65, 0.038, 1.2e-9};
        List<Finding> mixture = List.of(
                Finding.atMost(
                                "largest-weight",
                                1 - sigma,
                                "1",
                                0.9,
                                "Weight of the heaviest component; near 1 the posterior is a lookup.")
                        .from("Siahkoohi and Sabeddu (2026), Eq. 7"),
                Finding.info("weights", Value.of(weights), "1", "Weights of the components, with the determinant."),
                Finding.info(
                        "covariances",
                        new Value(new int[] {2, 2, 2}, new double[] {1, 0, 0, 1, 2, .5, .5, 3}),
                        "m^2",
                        "Covariances."));
        Finding misfit = new Finding(
                "misfit",
                Value.of(sigma * 1e-4),
                "s/m",
                OptionalDouble.of(2e-5),
                sigma > 0.4 ? Severity.ERROR : Severity.INFO,
                "The prior cannot explain the data.",
                "");
        List<Examined> examined = List.of(
                new Examined("mixture-weights", new Conclusion(mixture, figures), ""),
                new Examined(
                        "effective-modes",
                        new Conclusion(
                                List.of(
                                        Finding.info(
                                                "effective-modes",
                                                Value.of(1 + 3 * sigma),
                                                "1",
                                                "exp of the entropy of the weights."),
                                        misfit),
                                List.of()),
                        ""),
                new Examined(
                        "calibration", new Conclusion(List.of(), List.of()), "needs a truth drawn from the prior"));
        return new CaseResult(name, parts, 12.345 * sigma, 2000, examined);
    }

    private static Map<String, String> parts(String prior) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("operator", "cubic-1d");
        parts.put("noise", "gaussian");
        parts.put("prior", prior);
        parts.put("sampler", "linearized");
        return parts;
    }

    private static List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("operator", "cubic-1d", "{ type: cubic-1d, c: 0.3 }"));
        sections.add(new Section("noise", "gaussian", "{ type: gaussian, standard-deviation: 0.3 }"));
        for (double sigma : new double[] {0.5, 0.3, 0.05}) {
            sections.add(new Section(
                    "prior",
                    "sigma-" + sigma,
                    "{ type: memorized-diffusion, sigma: " + sigma
                            + ", training: { type: inline, models: [[-1.5], [-0.4], [0.4], [1.2], [2.5]] } }"));
        }
        sections.add(new Section("sampler", "linearized", "{ type: linearized-mixture, draws: 2000 }"));
        return sections;
    }
}
