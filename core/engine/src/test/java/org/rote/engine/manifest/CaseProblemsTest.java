package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told about cases, and about what is asked of them; each message in full. */
final class CaseProblemsTest {

    @TempDir
    Path directory;

    private Manifests manifests;

    @BeforeEach
    void offerTheDesign() {
        manifests = new Manifests(directory, FakeCatalog.ofTheDesign());
    }

    @Test
    void refusesCasesOfUnknownSections() {
        assertThat(manifests.problemsOfStudy(Manifests.TWO_CASES + """
                cases:
                  - { sampler: exakt }
                  - { sampler: [exact, 3], prior: smooth }
                  - { samplers: exact }
                  - exact
                  - { sampler: [] }
                """)).isEqualTo("""
                study.yaml:8  cases[0].sampler: must name a section, got "exakt"
                  fix  did you mean "exact"? names for sampler: exact, linearized
                study.yaml:9  cases[1].sampler[1]: must name a section, got 3
                  fix  names for sampler: exact, linearized
                study.yaml:9  cases[1].prior: must name a section, got "smooth"
                  fix  names for prior: memorized-diffusion
                study.yaml:10  cases[2].samplers: unknown key
                  fix  did you mean "sampler"? keys: operator, observation, noise, prior, sampler
                study.yaml:11  cases[3]: must be a section of keys, got "exact"
                  fix  write { prior: ..., sampler: ... }
                study.yaml:12  cases[4].sampler: must not be empty
                  fix  name at least one, or leave it out for all""");
    }

    @Test
    void refusesCountsOfTruthsThatMakeNoSense() {
        assertThat(manifests.problemsOfStudy(
                        Manifests.small("{ data: [0.0] }", "{ data: [0.0], truths: 1, truths-from-prior: 1 }")))
                .isEqualTo("""
                study.yaml:3  observation: has its data from several places: data, truths-from-prior
                  fix  keep one of them
                study.yaml:3  observation.truths: says how many models of a data set are truths, and there is no "truth"
                  fix  add "truth: { type: ... }", or write "truths-from-prior" to draw them from the prior
                study.yaml:3  observation.truths: must be at least 2, got 1
                  fix  give 2 or more
                study.yaml:3  observation.truths-from-prior: must be at least 2, got 1
                  fix  give 2 or more""");
    }

    @Test
    void refusesMoreTruthsThanAStudyMayHaveCases() {
        assertThat(manifests.problemsOfStudy(Manifests.small("{ data: [0.0] }", "{ truths-from-prior: 2000000000 }")))
                .contains("cases: are 2000000000, more than 100000");
    }

    @Test
    void refusesCasesThatAreNoList() {
        assertThat(manifests.problemsOfStudy(Manifests.TWO_CASES + "cases: exact\n"))
                .isEqualTo("""
                study.yaml:7  cases: must be a list of cases, got "exact"
                  fix  write a line "- { prior: ..., sampler: ... }" for each, or leave it out for all combinations""");
    }

    @Test
    void refusesNoCases() {
        assertThat(manifests.problemsOfStudy(Manifests.TWO_CASES + "cases: []\n"))
                .isEqualTo("""
                study.yaml:7  cases: must not be empty
                  fix  write a line "- { prior: ..., sampler: ... }" for each, or leave it out for all combinations""");
    }

    @Test
    void refusesACaseTwice() {
        assertThat(manifests.problemsOfStudy(Manifests.TWO_CASES + """
                cases:
                  - { sampler: exact }
                  - { sampler: [linearized, exact] }
                """)).isEqualTo("""
                study.yaml:9  cases[1]: names the case exact again
                  fix  name each case once""");
    }

    @Test
    void refusesPatternsThatMatchNoCase() {
        assertThat(manifests.problemsOfStudy(Manifests.TWO_CASES + """
                diagnostics:
                  - { type: mixture-weights, cases: [exakt, 'l*'] }
                """)).isEqualTo("""
                study.yaml:8  diagnostics[0].cases[0]: matches no case, got "exakt"
                  in   diagnostic "mixture-weights" (plugin org.fake.mixture-weights 0.1.0)
                  fix  did you mean "exact"? cases: exact, linearized""");
    }

    @Test
    void refusesADiagnosticTwiceForOneCase() {
        assertThat(manifests.problemsOfStudy(Manifests.TWO_CASES + """
                diagnostics:
                  - { type: mixture-weights, cases: exact }
                  - { type: mixture-weights }
                """)).isEqualTo("""
                study.yaml:9  diagnostics[1]: asks mixture-weights of case exact a second time
                  in   diagnostic "mixture-weights" (plugin org.fake.mixture-weights 0.1.0)
                  fix  remove one, or give each its own "cases\"""");
    }

    @Test
    void refusesDiagnosticsThatAreNoList() {
        assertThat(manifests.problemsOfStudy(Manifests.TWO_CASES + "diagnostics: { type: mixture-weights }\n"))
                .isEqualTo("""
                study.yaml:7  diagnostics: must be a list of sections, got a section of keys
                  fix  write a line "- { type: ... }" for each""");
    }

    @Test
    void refusesAReportTwice() {
        assertThat(manifests.problemsOfStudy(Manifests.TWO_CASES + """
                reports:
                  - { type: html }
                  - { type: html }
                """)).isEqualTo("""
                study.yaml:9  reports[1]: asks for html a second time
                  in   report "html" (plugin org.fake.html 0.1.0)
                  fix  remove one""");
    }
}
