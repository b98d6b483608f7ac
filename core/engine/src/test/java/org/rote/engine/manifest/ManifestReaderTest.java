package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.engine.plugins.ExtensionPoint;

final class ManifestReaderTest {

    @TempDir
    Path directory;

    private Manifests manifests;

    @BeforeEach
    void offerTheDesign() {
        manifests = new Manifests(directory, FakeCatalog.ofTheDesign());
    }

    @Test
    void bindsTheStudyOfTheDesign() {
        Study study = manifests.study(Manifests.DESIGN);

        assertThat(study.title()).isEqualTo("Posterior collapse under memorized priors");
        assertThat(study.seed()).isEqualTo(20260320);
        assertThat(study.operators()).containsOnlyKeys("cubic-1d");
        assertThat(study.operators().get("cubic-1d").config()).isEqualTo(new FakeCatalog.Cubic(0.3));
        assertThat(study.parameterizations()).isEmpty();
        assertThat(study.observations()).containsOnlyKeys("data");
        assertThat(((Observation.Values) study.observations().get("data")).in("1"))
                .containsExactly(0.0);
        assertThat(study.noises().get("gaussian").config()).isEqualTo(new FakeCatalog.Gaussian(List.of(0.3)));
        assertThat(study.priors()).containsOnlyKeys("sigma-0.30", "sigma-0.05");
        FakeCatalog.Memorized prior =
                (FakeCatalog.Memorized) study.priors().get("sigma-0.05").config();
        assertThat(prior.sigma()).isEqualTo(0.05);
        assertThat(prior.training().type()).isEqualTo("inline");
        assertThat(study.samplers().get("linearized").loop()).isEqualTo(new Loop(2000, 0, 1, Optional.empty()));
        assertThat(study.samplers().get("exact").loop()).isEqualTo(new Loop(1000, 0, 1, Optional.empty()));
        assertThat(study.samplers().get("exact").section().config()).isEqualTo(new FakeCatalog.Quadrature(2000));
        assertThat(study.diagnostics())
                .extracting(diagnostic -> diagnostic.section().name())
                .containsExactly("mixture-weights", "effective-modes");
        assertThat(study.reports()).extracting(Section::name).containsExactly("html");
        assertThat(study.cases())
                .extracting(CasePlan::name)
                .containsExactly(
                        "sigma-0.30+linearized", "sigma-0.30+exact", "sigma-0.05+linearized", "sigma-0.05+exact");
        assertThat(study.cases().get(1))
                .isEqualTo(new CasePlan(
                        "sigma-0.30+exact",
                        "cubic-1d",
                        Optional.empty(),
                        "data",
                        Optional.empty(),
                        "gaussian",
                        "sigma-0.30",
                        "exact"));
        assertThat(study.inputs()).isEmpty();
    }

    @Test
    void writesTheStudyOfTheDesignWithEveryDefault() {
        assertThat(manifests.study(Manifests.DESIGN).resolved()).isEqualTo("""
                        rote: 1
                        title: Posterior collapse under memorized priors
                        seed: 20260320
                        operator:
                          type: cubic-1d
                          c: 0.3
                        observation:
                          data: [0.0]
                          noise-free: false
                        noise:
                          type: gaussian
                          standard-deviation: [0.3]
                        priors:
                          sigma-0.30:
                            type: memorized-diffusion
                            sigma: 0.30
                            training:
                              type: inline
                              models: [[-1.5], [-0.4], [0.4], [1.2], [2.5]]
                          sigma-0.05:
                            type: memorized-diffusion
                            sigma: 0.05
                            training:
                              type: inline
                              models: [[-1.5], [-0.4], [0.4], [1.2], [2.5]]
                        samplers:
                          linearized:
                            type: linearized-mixture
                            draws: 2000
                            burn-in: 0
                            thinning: 1
                          exact:
                            type: quadrature
                            cells: 2000
                            draws: 1000
                            burn-in: 0
                            thinning: 1
                        diagnostics:
                        - type: mixture-weights
                          cases: ['*']
                        - type: effective-modes
                          cases: ['*']
                        reports:
                        - type: html
                        """);
    }

    @Test
    void tellsEveryProblemOfAFileInItsOrder() {
        String yaml = """
                rote: 2
                seed: many
                operator: { type: cubic-1d, c: 0.3 m, d: 4 }
                observation: { data: [] }
                noise:
                  type: gaussian
                priors:
                  good: { type: memorized-diffusion, sigma: 0.3, training: { type: inline, models: [[1], [2]] } }
                  bad: { type: memorised-diffusion }
                  Worse:
                    type: memorized-diffusion
                    sigma: 0
                    training:
                      type: inline
                      models: [[x], 2]
                samplers:
                  exact: { type: quadrature, cells: 1.5, draws: 0 }
                cases:
                  - { prior: [good, ugly] }
                """;

        assertThat(manifests.problemsOfStudy(yaml).lines().filter(line -> line.startsWith("study.yaml")))
                .containsExactly(
                        "study.yaml:1  rote: must be 1, got 2",
                        "study.yaml:2  seed: must be a whole number, got \"many\"",
                        "study.yaml:3  operator.d: unknown key",
                        "study.yaml:3  operator.c: must be a plain number, got \"0.3 m\"",
                        "study.yaml:4  observation.data: must not be empty",
                        "study.yaml:5  noise.standard-deviation: is missing",
                        "study.yaml:9  priors.bad.type: unknown prior, got \"memorised-diffusion\"",
                        "study.yaml:10  priors.Worse: is no name for a section",
                        "study.yaml:15  priors.Worse.training.models[0][0]: must be a number, got \"x\"",
                        "study.yaml:15  priors.Worse.training.models[1]: must be a list of numbers, got 2",
                        "study.yaml:17  samplers.exact.cells: must be a whole number, got 1.5",
                        "study.yaml:17  samplers.exact.draws: must be at least 1, got 0",
                        "study.yaml:19  cases[0].prior[1]: must name a section, got \"ugly\"");
    }

    @Test
    void fillsInTitleAndSeed() {
        Study study = manifests.study(Manifests.SMALL);

        assertThat(study.title()).isEqualTo("study");
        assertThat(study.seed()).isZero();
        assertThat(study.resolved()).startsWith("rote: 1\ntitle: study\nseed: 0\n");
    }

    @Test
    void readsAnOperatorByItself() {
        Study study = manifests.operator("rote: 1\noperator: { type: cubic-1d }\n");

        assertThat(study.operators()).containsOnlyKeys("cubic-1d");
        assertThat(study.cases()).isEmpty();
        assertThat(study.observations()).isEmpty();
        assertThat(study.samplers()).isEmpty();
    }

    @Test
    void readsAWholeStudyForItsOperator() {
        assertThat(manifests.operator(Manifests.DESIGN).cases()).hasSize(4);
    }

    @Test
    void readsAFileOfData() throws IOException {
        Path data = Files.createFile(directory.resolve("d.npy"));

        Study study = manifests.study(Manifests.small("{ data: [0.0] }", "{ file: d.npy }"));

        assertThat(((Observation.Stored) study.observations().get("file")).file())
                .isEqualTo(data);
        assertThat(study.inputs()).containsExactly(data);
        assertThat(study.resolved()).contains("  file: " + data + "\n");
    }

    @Test
    void readsADataSetOfRecordedData() {
        Study study =
                manifests.study(Manifests.small("{ data: [0.0] }", "{ recorded: { type: inline, models: [[0.5]] } }"));

        Observation.Recorded observation =
                (Observation.Recorded) study.observations().get("recorded");
        assertThat(observation.data().create(new FakeContext()).count()).isEqualTo(1);
        assertThat(observation.data().origin().where()).isEqualTo("observation.recorded");
    }

    @Test
    void readsATruthToMakeDataFrom() {
        Study study = manifests.study(
                Manifests.small("{ data: [0.0] }", "{ truth: { type: inline, models: [[0.5]] }, noise-free: true }"));

        Observation.Synthetic observation =
                (Observation.Synthetic) study.observations().get("truth");
        assertThat(observation.noiseFree()).isTrue();
        assertThat(observation.truth().create(new FakeContext()).count()).isEqualTo(1);
        assertThat(observation.truth().origin().where()).isEqualTo("observation.truth");
    }

    @Test
    void makesACaseOfEachOfManyTruths() {
        Study study = manifests.study(
                Manifests.small("{ data: [0.0] }", "{ truth: { type: inline, models: [[0.5], [0.6]] }, truths: 11 }"));

        assertThat(study.cases()).hasSize(11);
        CasePlan eighth = study.cases().get(7);
        assertThat(eighth.name()).isEqualTo("truth-07");
        assertThat(eighth.truthNumber()).isEqualTo(7);
        assertThat(eighth.parts()).containsEntry("observation", "truth").containsEntry("truth", "truth-07");
        assertThat(study.sections())
                .filteredOn(section -> section.part().equals("observation"))
                .hasSize(1);
        assertThat(study.resolved()).contains("truths: 11");
    }

    @Test
    void drawsTruthsFromThePrior() {
        Study study = manifests.study(Manifests.small("{ data: [0.0] }", "{ truths-from-prior: 2 }"));

        assertThat(study.observations().get("truths-from-prior")).isInstanceOf(Observation.OfPrior.class);
        assertThat(study.cases()).extracting(CasePlan::name).containsExactly("truth-0", "truth-1");
    }

    @Test
    void convertsDataToTheirUnit() {
        Study study = manifests.study(Manifests.small("{ data: [0.0] }", "{ data: [15 ms, 0.02 s] }"));

        Observation.Values observation =
                (Observation.Values) study.observations().get("data");
        assertThat(observation.in("s")).containsExactly(0.015, 0.02);
    }

    @Test
    void refusesDataInAnotherUnitThanTheirs() {
        Study study = manifests.study(Manifests.small("{ data: [0.0] }", "\n  data: [15 ms, 3, 4 m]"));
        Observation.Values observation =
                (Observation.Values) study.observations().get("data");

        assertThat(catchThrowableOfType(ManifestException.class, () -> observation.in("s"))
                        .getMessage()
                        .replace(directory + File.separator, ""))
                .isEqualTo("""
                        study.yaml:4  observation.data[1]: needs a unit, got 3.0
                          fix  write the unit, for example "3.0 s"
                        study.yaml:4  observation.data[2]: unit m is not a unit of the same kind as s, got "4.0 m"
                          fix  give it in s or another unit of that kind""");
        assertThat(catchThrowableOfType(ManifestException.class, () -> observation.in("1"))
                        .getMessage())
                .contains("observation.data[0]: must be a plain number, got \"15.0 ms\"")
                .contains("fix  remove the unit: this value has none");
    }

    @Test
    void namesASingleCaseByItsSampler() {
        assertThat(manifests.study(Manifests.SMALL).cases())
                .extracting(CasePlan::name)
                .containsExactly("quadrature");
    }

    @Test
    void combinesWhatAnEntryLeavesOut() {
        Study study = manifests.study(Manifests.DESIGN + "cases:\n  - { prior: sigma-0.05 }\n");

        assertThat(study.cases()).extracting(CasePlan::name).containsExactly("linearized", "exact");
        assertThat(study.cases()).extracting(CasePlan::prior).containsOnly("sigma-0.05");
    }

    @Test
    void combinesTheNamesOfAnEntry() {
        Study study = manifests.study(
                Manifests.DESIGN
                        + "cases:\n  - { prior: [sigma-0.30, sigma-0.05], sampler: exact }\n  - { prior: sigma-0.05, sampler: linearized }\n");

        assertThat(study.cases())
                .extracting(CasePlan::name)
                .containsExactly("sigma-0.30+exact", "sigma-0.05+exact", "sigma-0.05+linearized");
    }

    @Test
    void namesCasesByTheFewestPartsThatTellThemApart() {
        Study study = manifests.study(
                Manifests.DESIGN
                        + "cases:\n  - { prior: sigma-0.30, sampler: linearized }\n  - { prior: sigma-0.05, sampler: exact }\n");

        assertThat(study.cases()).extracting(CasePlan::name).containsExactly("linearized", "exact");
    }

    @Test
    void refusesMoreCasesThanAnyoneWouldRun() {
        String samplers = IntStream.range(0, 400)
                .mapToObj(i -> "  s" + i + ": { type: quadrature }\n")
                .collect(Collectors.joining());
        String noises = IntStream.range(0, 400)
                .mapToObj(i -> "  n" + i + ": { type: gaussian, standard-deviation: 1 }\n")
                .collect(Collectors.joining());

        assertThat(manifests.problemsOfStudy(
                        Manifests.small("sampler: { type: quadrature }\n", "samplers:\n" + samplers)
                                .replace("noise: { type: gaussian, standard-deviation: 0.3 }\n", "noises:\n" + noises)))
                .isEqualTo("study.yaml  cases: are 160000, more than 100000\n  fix  list fewer under \"cases\"");
    }

    @Test
    void asksDiagnosticsOfTheCasesTheyName() {
        Study study = manifests.study(Manifests.DESIGN.replace(
                "{ type: mixture-weights }", "{ type: mixture-weights, cases: ['*+exact', 'sigma-0.?5+l*'] }"));

        DiagnosticSection weights = study.diagnostics().get(0);
        assertThat(study.cases().stream().map(CasePlan::name).filter(weights::matches))
                .containsExactly("sigma-0.30+exact", "sigma-0.05+linearized", "sigma-0.05+exact");
    }

    @Test
    void takesNoReportsForNone() {
        Study study = manifests.study(Manifests.SMALL + "reports: []\n");

        assertThat(study.reports()).isEmpty();
        assertThat(manifests.study(study.resolved()).reports()).isEmpty();
    }

    @Test
    void doesWithoutTheUsualReportWhereNoPluginOffersIt() {
        FakeCatalog catalog =
                new FakeCatalog().with(ExtensionPoint.OPERATOR, FakeFactory.of("cubic-1d", FakeCatalog.Cubic.class));

        Study study = new Manifests(directory, catalog).operator("rote: 1\noperator: { type: cubic-1d }\n");

        assertThat(study.reports()).isEmpty();
    }

    @Test
    void readsFilesOfOtherSystems() throws IOException {
        Path file = directory.resolve("windows.yml");
        Files.writeString(file, "\uFEFF" + Manifests.SMALL.replace("\n", "\r\n"));

        Study study = new ManifestReader(manifests.catalog()).read(file, Purpose.STUDY);

        assertThat(study.title()).isEqualTo("windows");
        assertThat(study.priors().get("memorized-diffusion").origin().location().line())
                .isEqualTo(5);
    }
}
