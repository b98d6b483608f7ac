package org.rote.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.arrays.ElementType;
import org.rote.arrays.Npy;
import org.rote.arrays.NpyArray;
import org.rote.arrays.Shape;
import org.rote.engine.manifest.ManifestException;
import org.rote.engine.manifest.Study;

/** Parts that do not fit are found before anything runs, all of them at once. */
class WiringTest {

    private static final String TRUTH = "observation: { truth: { type: rows, models: [[3, 4]] } }";

    @TempDir
    private Path directory;

    private Fixture fixture = new Fixture(Path.of(""));

    @BeforeEach
    void begin() {
        fixture = new Fixture(directory);
    }

    private Overview check(String yaml) {
        return Runner.check(fixture.study(yaml), fixture.catalog(), fixture.options(fixture.out(), false, 1));
    }

    private String problems(String yaml) {
        ManifestException problems = catchThrowableOfType(ManifestException.class, () -> check(yaml));
        return problems == null ? "no problem" : problems.getMessage().replace(directory + java.io.File.separator, "");
    }

    @Test
    void tellsWhatWouldRun() {
        Overview overview = check(Fixture.STUDY);
        assertThat(overview.title()).isEqualTo("A walk in the dark");
        assertThat(overview.cases()).extracting(Overview.PlannedCase::name).containsExactly("slow", "fast");
        Overview.PlannedCase slow = overview.cases().get(0);
        assertThat(slow.unknowns()).isEqualTo("velocity in m/s, x 2 (step 10.0 m)");
        assertThat(slow.data()).isEqualTo("travel time in s, receiver 2");
        assertThat(slow.draws()).isEqualTo(20);
        assertThat(slow.diagnostics()).containsExactly("moments");
        assertThat(slow.parts()).containsEntry("prior", "bell").containsEntry("sampler", "slow");
        assertThat(overview.warnings()).hasSize(2);
        assertThat(overview.notes()).singleElement().asString().endsWith("doubles by addition");
    }

    @Test
    void tellsOnceWhatIsWrongWithManyTruths() {
        assertThat(problems(Fixture.STUDY.replace("models: [[3, 4]] }", "models: [[3, 4], [5, 6]] }, truths: 3")))
                .isEqualTo("""
                        study.yaml:5  observation.truth: holds 2 models for 3 truths
                          in   dataset "rows" (plugin org.fake 0.1.0)
                          fix  give more models, or lower "truths\"""");
    }

    @Test
    void refusesSeveralModelsForOneTruth() {
        assertThat(problems(Fixture.STUDY.replace("models: [[3, 4]]", "models: [[3, 4], [5, 6]]")))
                .isEqualTo("""
                        study.yaml:5  observation.truth: holds 2 models, a truth is one
                          in   dataset "rows" (plugin org.fake 0.1.0)
                          fix  name one of them, for example with "take: 0..0" where the type has that key; or say with "truths" how many of them are truths""");
    }

    @Test
    void asksAnEstimatorForOneDraw() {
        String text = Fixture.STUDY.replace("walk, draws: 20, hook: slow", "guess, draws: 20");
        assertThat(check(text).cases()).extracting(Overview.PlannedCase::draws).containsExactly(1L, 8L);
        fixture.run(text);
        assertThat(shape("cases/slow/samples.npy")).isEqualTo(Shape.of(1, 2));
        assertThat(fixture.shown()).doesNotContain("nothing more to give");
    }

    @Test
    void writesThatAnEstimateIsOneDraw() {
        String text = Fixture.STUDY.replace("walk, draws: 20, hook: slow", "guess");
        Study study = fixture.study(text);
        String resolved = study.resolved();
        assertThat(resolved.substring(resolved.indexOf("slow:"), resolved.indexOf("fast:")))
                .contains("draws: 1\n");
        assertThat(study.sections())
                .filteredOn(section -> section.name().equals("slow"))
                .singleElement()
                .satisfies(section -> assertThat(section.settings()).contains("draws: 1,"));
        assertThat(fixture.study(resolved).resolved()).isEqualTo(resolved);
    }

    @Test
    void refusesToDiscardAnEstimate() {
        assertThat(problems(Fixture.STUDY.replace("walk, batch: 5", "guess"))).isEqualTo("""
                        study.yaml:10  samplers.fast.burn-in: would discard the one model that the sampler estimates
                          in   sampler "guess" (plugin org.fake 0.1.0)
                          fix  leave it out, or choose a sampler that draws
                        study.yaml:10  samplers.fast.thinning: would discard the one model that the sampler estimates
                          in   sampler "guess" (plugin org.fake 0.1.0)
                          fix  leave it out, or choose a sampler that draws""");
    }

    @Test
    void tellsWhatASamplerMissesBesidesItsRequirements() {
        assertThat(problems(Fixture.STUDY.replace("hook: slow", "lacks: data along an axis of time")))
                .startsWith("study.yaml:9  samplers.slow: needs data along an axis of time (case slow)");
    }

    @Test
    void evaluatesNoOperatorToCheck() {
        assertThat(problems(Fixture.STUDY.replace("{ type: doubling }", "{ type: doubling, overflows: true }")))
                .isEqualTo("no problem");
    }

    @Test
    void tellsAllProblemsAtOnceAndEachOnce() {
        String text = problems(Fixture.STUDY
                .replace(TRUTH, "observation: { data: [1 s, 2 s, 3 s] }")
                .replace("{ type: bell }", "{ type: bell, size: 3 }")
                .replace("batch: 5", "batch: 5, needs-components: true"));
        assertThat(text).isEqualTo("""
                        study.yaml:5  observation.data: holds 3 values, needed are 2: travel time in s, receiver 2
                          fix  give one value for each element, in this order
                        study.yaml:7  prior: does not fit the space of the unknowns: expected velocity in m/s, x 2 (step 10.0 m), got value, component 3
                          in   prior "bell" (plugin org.fake 0.1.0)
                          fix  give it this shape, quantity and unit""");
    }

    @Test
    void namesTheCasesWhoseSamplerLacksSomething() {
        String text = problems(Fixture.STUDY
                .replace(
                        "prior: { type: bell }",
                        "priors: { a: { type: bell }, b: { type: bell }, c: { type: bell }, d: { type: bell } }")
                .replace("batch: 5", "batch: 5, needs-components: true, largest-dimension: 1"));
        assertThat(text).isEqualTo("""
                        study.yaml:10  samplers.fast: needs a prior with components (cases a+fast, b+fast, c+fast and 1 more)
                          in   sampler "walk" (plugin org.fake 0.1.0)
                          fix  choose other parts, or list under "cases" those that go together
                        study.yaml:10  samplers.fast: handles at most 1 unknowns, the model has 2 (cases a+fast, b+fast, c+fast and 1 more)
                          in   sampler "walk" (plugin org.fake 0.1.0)
                          fix  choose other parts, or list under "cases" those that go together""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | holds an array of shape [3], needed is [2]: travel time in s, receiver 2",
                "nan | must be finite, got NaN at [1]",
                "complex | holds complex numbers (c16), needed are real ones: travel time in s, receiver 2",
            })
    void readsRecordedDataThatFit(String what, String message) throws IOException {
        NpyArray array = switch (what) {
            case "3" -> new NpyArray(Shape.of(3), new double[3], ElementType.FLOAT64);
            case "nan" -> new NpyArray(Shape.of(2), new double[] {1, Double.NaN}, ElementType.FLOAT32);
            default -> new NpyArray(Shape.of(2), new double[4], ElementType.COMPLEX128);
        };
        Npy.write(directory.resolve("d.npy"), array);
        assertThat(problems(Fixture.STUDY.replace(TRUTH, "observation: { file: d.npy }")))
                .startsWith("study.yaml:5  observation.file: " + message);
    }

    @Test
    void readsComplexDataAsPairs() throws IOException {
        Npy.write(
                directory.resolve("d.npy"),
                new NpyArray(Shape.of(1), new double[] {3, Double.POSITIVE_INFINITY}, ElementType.COMPLEX64));
        assertThat(problems(Fixture.STUDY
                        .replace("{ type: doubling }", "{ type: doubling, complex: true }")
                        .replace(TRUTH, "observation: { file: d.npy }")))
                .startsWith("study.yaml:5  observation.file: must be finite, got Infinity at [0] (imaginary part)");
    }

    @Test
    void tellsOfAFileThatCannotBeRead() {
        Fixture.write(directory.resolve("d.npy"), "no array");
        assertThat(problems(Fixture.STUDY.replace(TRUTH, "observation: { file: d.npy }")))
                .startsWith("study.yaml:5  observation.file: ")
                .contains("d.npy", "fix  ");
    }

    @Test
    void takesTheOneModelOfADataSetAsData() throws IOException {
        fixture.run(recorded("[[6, 8]]"));
        assertThat(dataOf("slow")).usingComparatorWithPrecision(1e-9).containsExactly(6, 8);
        assertThat(truthIn("slow")).isEqualTo("none");
    }

    @Test
    void takesDataBehindAParameterizationAsTheyAre() throws IOException {
        fixture.run(recorded("[[6, 8]]").replace("observation:", "parameterization: { type: scaling }\nobservation:"));
        assertThat(fixture.shown()).contains("rows of travel time").doesNotContain("rows of velocity");
    }

    @Test
    void refusesADataSetThatDoesNotHoldTheData() {
        assertThat(problems(recorded("[[6, 8, 10]]"))).isEqualTo("""
                        study.yaml:5  observation.recorded.models: has 3 numbers, not 2
                          in   dataset "rows" (plugin org.fake 0.1.0)
                          fix  give as many""");
        assertThat(problems(recorded("[[6, 8], [10, 12]]")))
                .startsWith("study.yaml:5  observation.recorded: holds 2 models, an observation is one");
    }

    private static String recorded(String models) {
        return Fixture.STUDY.replace(
                TRUTH, "observation: { recorded: { type: rows, doubtful: true, models: " + models + " } }");
    }

    @Test
    void asksForOneTruth() {
        assertThat(problems(Fixture.STUDY.replace("[[3, 4]]", "[[3, 4], [5, 6]]")))
                .startsWith("study.yaml:5  observation.truth: holds 2 models, a truth is one")
                .contains("fix  name one of them");
    }

    @Test
    void makesDataFromTheTruthWithTheSameNoiseForAllCases() throws IOException {
        String levels =
                Fixture.STUDY.replace("prior: { type: bell }", "priors: { a: { type: bell }, b: { type: bell } }");
        fixture.run(levels);
        // The walks of all cases differ, but misfit(x) does not depend on the case: the data are the same.
        double[] data = dataOf("a+slow");
        assertThat(dataOf("b+fast")).usingComparatorWithPrecision(1e-9).containsExactly(data);
        assertThat(data[0]).isNotEqualTo(6).isBetween(3.0, 9.0);
        assertThat(data[1]).isNotEqualTo(8).isBetween(5.0, 11.0);
    }

    /** Solves for the data: the misfit is a known quadratic in them, and two draws more than suffice for its gradient. */
    private double[] dataOf(String name) throws IOException {
        double[] x = Npy.read(fixture.out().resolve("cases/" + name + "/samples.npy"))
                .values();
        double[] misfit = Npy.read(fixture.out().resolve("cases/" + name + "/traces/misfit.npy"))
                .values();
        // misfit_i = 2 Σ_k (y_k − 2 x_ik)² + c; differences are linear in y: −8 Σ_k (x_ik − x_jk) y_k + 8 Σ_k (x_ik² −
        // x_jk²).
        double[][] rows = new double[2][];
        double[] right = new double[2];
        for (int i = 0; i < 2; i++) {
            int j = i + 1;
            rows[i] = new double[] {-8 * (x[2 * j] - x[0]), -8 * (x[2 * j + 1] - x[1])};
            right[i] = misfit[j]
                    - misfit[0]
                    - 8 * (x[2 * j] * x[2 * j] - x[0] * x[0] + x[2 * j + 1] * x[2 * j + 1] - x[1] * x[1]);
        }
        double determinant = rows[0][0] * rows[1][1] - rows[0][1] * rows[1][0];
        return new double[] {
            (right[0] * rows[1][1] - rows[0][1] * right[1]) / determinant,
            (rows[0][0] * right[1] - right[0] * rows[1][0]) / determinant
        };
    }

    @Test
    void leavesTheNoiseOutWhenAsked() throws IOException {
        fixture.run(Fixture.STUDY.replace("models: [[3, 4]] }", "models: [[3, 4]] }, noise-free: true"));
        assertThat(dataOf("slow")).usingComparatorWithPrecision(1e-9).containsExactly(6, 8);
    }

    @Test
    void givesNoiseTheDataItIsRelativeTo() throws IOException {
        fixture.run(Fixture.STUDY
                .replace("models: [[3, 4]] }", "models: [[3, 4]] }, noise-free: true")
                .replace("{ type: white }", "{ type: white, relative: true }"));
        double[] x = Npy.read(fixture.out().resolve("cases/slow/samples.npy")).values();
        double[] misfit =
                Npy.read(fixture.out().resolve("cases/slow/traces/misfit.npy")).values();
        // The largest datum is 8, so half of it is the level.
        double level = 4;
        double squares = Math.pow(6 - 2 * x[0], 2) + Math.pow(8 - 2 * x[1], 2);
        double expected = squares / (2 * level * level) + 2 * Math.log(level * Math.sqrt(2 * Math.PI));
        assertThat(misfit[0]).isCloseTo(expected, within(1e-12));
    }

    @Test
    void findsTheTruthBehindAParameterizationThatCanBeInverted() {
        fixture.run(Fixture.STUDY.replace("observation:", "parameterization: { type: scaling }\nobservation:"));
        assertThat(truthIn("slow")).isEqualTo("[0.3, 0.4]");
        assertThat(momentIn("slow", "true-model")).isEqualTo("[3.0, 4.0]");
        assertThat(momentIn("slow", "coordinates")).isEqualTo("2.0");
    }

    @Test
    void takesATruthInLatentCoordinatesWhereItFits() {
        fixture.run(Fixture.STUDY
                .replace("observation:", "parameterization: { type: constant }\nobservation:")
                .replace("[[3, 4]]", "[[7]]"));
        assertThat(truthIn("slow")).isEqualTo("[7.0]");
        assertThat(momentIn("slow", "true-model")).isEqualTo("[7.0, 7.0]");
    }

    @Test
    void knowsNoTruthWhereTheParameterizationCannotBeInverted() {
        fixture.run(Fixture.STUDY.replace("observation:", "parameterization: { type: constant }\nobservation:"));
        assertThat(truthIn("slow")).isEqualTo("none");
        assertThat(momentIn("slow", "true-model")).isEqualTo("[3.0, 4.0]");
    }

    @Test
    void tellsOfATruthThatFitsNeitherSpace() {
        assertThat(problems(Fixture.STUDY
                        .replace("observation:", "parameterization: { type: constant }\nobservation:")
                        .replace("[[3, 4]]", "[[7, 8, 9]]")))
                .isEqualTo("""
                        study.yaml:6  observation.truth.models: as models (velocity in m/s, x 2 (step 10.0 m)): has 3 numbers, not 2
                          in   dataset "rows" (plugin org.fake 0.1.0)
                          fix  give as many
                        study.yaml:6  observation.truth.models: as coordinates (value, component 1): has 3 numbers, not 1
                          in   dataset "rows" (plugin org.fake 0.1.0)
                          fix  give as many""");
    }

    private String remembered(String parameterization, String models) {
        return problems(Fixture.STUDY
                .replace("observation:", "parameterization: { type: " + parameterization + " }\nobservation:")
                .replace("{ type: bell }", "{ type: remembering, training: { type: rows, models: " + models + " } }"));
    }

    private static List<String> trainingModels() {
        return Hooks.notes().stream().filter(note -> note.startsWith("value")).toList();
    }

    @Test
    void bringsModelsOfATrainingSetIntoCoordinates() {
        assertThat(remembered("scaling", "[[30, 40], [50, 60]]")).isEqualTo("no problem");
        assertThat(trainingModels()).containsExactly("value, component 2 [3.0, 4.0]", "value, component 2 [5.0, 6.0]");
    }

    @Test
    void takesATrainingSetInCoordinatesWhereItHoldsNoModels() {
        assertThat(remembered("constant", "[[7]]")).isEqualTo("no problem");
        assertThat(trainingModels()).containsExactly("value, component 1 [7.0]");
    }

    @Test
    void warnsOnlyOfTheDataSetThatIsUsed() {
        Overview overview = check(Fixture.STUDY
                .replace("observation:", "parameterization: { type: constant }\nobservation:")
                .replace(
                        "{ type: bell }",
                        "{ type: remembering, training: { type: rows, models: [[7]], doubtful: true } }"));
        assertThat(overview.warnings().toString()).contains("rows of value").doesNotContain("rows of velocity");
    }

    @Test
    void tellsOfATrainingSetWhoseCoordinatesCannotBeFound() {
        assertThat(remembered("constant", "[[30, 40]]")).isEqualTo("""
                        study.yaml:8  prior.training: holds models (velocity in m/s, x 2 (step 10.0 m)), whose coordinates the parameterization cannot find: it has no inverse
                          in   dataset "rows" (plugin org.fake 0.1.0)
                          fix  give coordinates (value, component 1), or use a parameterization with an inverse""");
    }

    @Test
    void tellsOfATrainingSetThatFitsNeitherSpace() {
        assertThat(remembered("constant", "[[1, 2, 3]]")).isEqualTo("""
                        study.yaml:8  prior.training.models: as models (velocity in m/s, x 2 (step 10.0 m)): has 3 numbers, not 2
                          in   dataset "rows" (plugin org.fake 0.1.0)
                          fix  give as many
                        study.yaml:8  prior.training.models: as coordinates (value, component 1): has 3 numbers, not 1
                          in   dataset "rows" (plugin org.fake 0.1.0)
                          fix  give as many""");
    }

    @Test
    void refusesAModelThatHasNoFiniteCoordinates() {
        assertThat(remembered("scaling, factor: 0", "[[30, 40]]"))
                .startsWith(
                        "study.yaml:8  prior.training: model 0: coordinate 0 under the parameterization is Infinity");
    }

    @Test
    void makesAPriorForEachParameterization() {
        String prior = "{ type: remembering, training: { type: rows, models: [[30, 40]] } }";
        assertThat(problems(Fixture.STUDY
                        .replace(
                                "observation:",
                                "parameterizations: { ten: { type: scaling }, two: { type: scaling, factor: 2 } }\nobservation:")
                        .replace("{ type: bell }", prior)))
                .isEqualTo("no problem");
        assertThat(trainingModels())
                .containsExactly("value, component 2 [3.0, 4.0]", "value, component 2 [15.0, 20.0]");
    }

    @Test
    void sharesAPriorBetweenOperatorsOfOneModelSpace() {
        String prior = "{ type: remembering, training: { type: rows, models: [[30, 40]] } }";
        assertThat(problems(Fixture.STUDY
                        .replace(
                                "operator: { type: doubling }",
                                "operators: { a: { type: doubling }, b: { type: doubling } }\nparameterization: { type: scaling }")
                        .replace("{ type: bell }", prior)))
                .isEqualTo("no problem");
        assertThat(trainingModels()).containsExactly("value, component 2 [3.0, 4.0]");
    }

    private String truthIn(String name) {
        return momentIn(name, "truth");
    }

    private String momentIn(String name, String finding) {
        Object summary = Json.read(Fixture.read(fixture.out().resolve("summary.json")));
        for (Object each : (List<?>) ((java.util.Map<?, ?>) summary).get("cases")) {
            java.util.Map<?, ?> one = (java.util.Map<?, ?>) each;
            Object value = ((java.util.Map<?, ?>) one.get("findings")).get("moments." + finding);
            if (one.get("name").equals(name)) {
                return value == null
                        ? "none"
                        : ((java.util.Map<?, ?>) value).get("value").toString();
            }
        }
        throw new AssertionError("no case " + name);
    }

    private Shape shape(String file) {
        try {
            return Npy.read(fixture.out().resolve(file)).shape();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
