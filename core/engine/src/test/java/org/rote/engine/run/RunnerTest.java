package org.rote.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.ElementType;
import org.rote.arrays.Npy;
import org.rote.arrays.NpyArray;
import org.rote.arrays.Shape;

class RunnerTest {

    /** Sums of twenty numbers in another order than the diagnostic's. */
    private static final double ROUNDING = 1e-12;

    @TempDir
    private Path directory;

    private Fixture fixture = new Fixture(Path.of(""));

    @BeforeEach
    void begin() {
        fixture = new Fixture(directory);
    }

    @Test
    void leavesTheRunDirectoryOfTheDesign() {
        RunOutcome outcome = fixture.run(Fixture.STUDY);
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.directory()).isEqualTo(fixture.out());
        assertThat(outcome.reports()).containsExactly(fixture.out().resolve("report.txt"));
        assertThat(Fixture.contents(fixture.out()).keySet())
                .containsExactly(
                        "cases/fast/checkpoint.bin",
                        "cases/fast/moments/mean.npy",
                        "cases/fast/samples.npy",
                        "cases/fast/start.npy",
                        "cases/fast/traces/misfit.npy",
                        "cases/slow/checkpoint.bin",
                        "cases/slow/moments/mean.npy",
                        "cases/slow/samples.npy",
                        "cases/slow/start.npy",
                        "cases/slow/traces/misfit.npy",
                        "manifest.yaml",
                        "report.txt",
                        "summary.json");
        assertThat(fixture.out().resolve("provenance.json")).exists();
        assertThat(Fixture.read(fixture.out().resolve("manifest.yaml")))
                .isEqualTo(fixture.study(Fixture.STUDY).resolved());
    }

    @Test
    void streamsTheDrawsInTheShapeOfTheSpace() throws IOException {
        fixture.run(Fixture.STUDY);
        NpyArray samples = Npy.read(fixture.out().resolve("cases/slow/samples.npy"));
        assertThat(samples.shape()).isEqualTo(Shape.of(20, 2));
        assertThat(samples.type()).isEqualTo(ElementType.FLOAT64);
        NpyArray misfit = Npy.read(fixture.out().resolve("cases/slow/traces/misfit.npy"));
        assertThat(misfit.shape()).isEqualTo(Shape.of(20));
    }

    @Test
    void keepsTheLastOfEachGroupAfterTheBurnIn() throws IOException {
        fixture.run(Fixture.STUDY);
        NpyArray kept = Npy.read(fixture.out().resolve("cases/fast/samples.npy"));
        Path everything = directory.resolve("everything");
        fixture.run(Fixture.STUDY.replace("draws: 8, burn-in: 4, thinning: 3", "draws: 28"), everything, false, 1);
        NpyArray all = Npy.read(everything.resolve("cases/fast/samples.npy"));
        double[] expected = new double[16];
        for (int i = 0; i < 8; i++) {
            System.arraycopy(all.values(), 2 * (4 + 3 * i + 2), expected, 2 * i, 2);
        }
        assertThat(kept.shape()).isEqualTo(Shape.of(8, 2));
        assertThat(kept.values()).isEqualTo(expected);
    }

    @Test
    void summarizesTheFindingsOfEachCase() throws IOException {
        fixture.run(Fixture.STUDY);
        Map<?, ?> summary = (Map<?, ?>) Json.read(Fixture.read(fixture.out().resolve("summary.json")));
        assertThat(summary.get("title")).isEqualTo("A walk in the dark");
        Map<?, ?> slow = (Map<?, ?>) ((List<?>) summary.get("cases")).get(0);
        assertThat(slow.keySet().stream().map(Object::toString))
                .containsExactly(
                        "name",
                        "operator",
                        "observation",
                        "noise",
                        "prior",
                        "sampler",
                        "draws",
                        "seconds",
                        "findings",
                        "passed-over");
        assertThat(slow.get("name")).isEqualTo("slow");
        assertThat(slow.get("operator")).isEqualTo("doubling");
        assertThat(slow.get("draws")).isEqualTo(20L);
        Map<?, ?> findings = (Map<?, ?>) slow.get("findings");
        double[] values =
                Npy.read(fixture.out().resolve("cases/slow/samples.npy")).values();
        List<?> mean = (List<?>) ((Map<?, ?>) findings.get("moments.mean")).get("value");
        for (int k = 0; k < 2; k++) {
            int component = k;
            double sum = java.util.stream.IntStream.range(0, 20)
                    .mapToDouble(i -> values[2 * i + component])
                    .sum();
            assertThat((Double) mean.get(k)).isCloseTo(sum / 20, within(ROUNDING));
        }
        assertThat(findings.get("moments.nothing").toString()).contains("value=NaN");
        assertThat(findings.get("moments.count").toString())
                .isEqualTo("{value=20.0, unit=1, threshold=5.0, severity=warning}");
        assertThat(findings.get("moments.siblings").toString()).contains("value=1.0");
        assertThat(findings.get("moments.truth").toString()).contains("value=[3.0, 4.0]");
        assertThat(findings.get("moments.true-model").toString()).contains("value=[3.0, 4.0]");
        assertThat(findings.get("moments.coordinates")).isNull();
    }

    @Test
    void tellsVerdictsInTheSummaryAndAtTheEnd() {
        fixture.run(Fixture.STUDY.replace("type: moments", "type: moments, judges: true"));
        Map<?, ?> summary = (Map<?, ?>) Json.read(Fixture.read(fixture.out().resolve("summary.json")));
        Map<?, ?> slow = (Map<?, ?>) ((List<?>) summary.get("cases")).get(0);
        Map<?, ?> verdict = (Map<?, ?>) ((List<?>) slow.get("verdicts")).get(0);
        assertThat(verdict.get("word")).isEqualTo("memorized");
        assertThat(verdict.get("paragraph")).isEqualTo("It knows two points.");
        assertThat(((Map<?, ?>) verdict.get("figures")).keySet().toString()).isEqualTo("[mean, misfit, count]");
        assertThat(fixture.shown()).contains("fast: memorized. It knows two points.");
    }

    @Test
    void tellsTheWordsAloneOfManyCases() {
        String many = Fixture.STUDY
                .replace("type: moments", "type: moments, judges: true")
                .replace(
                        "prior: { type: bell }",
                        "priors: { a: { type: bell }, b: { type: bell }, c: { type: bell }, d: { type: bell }, e: { type: bell } }");
        fixture.run(many);
        assertThat(fixture.shown()).contains("memorized: 10 cases").doesNotContain("It knows two points.");
    }

    @Test
    void givesDiagnosticsTheArraysThatTheSamplerKept() {
        fixture.run(Fixture.STUDY);
        Map<?, ?> summary = (Map<?, ?>) Json.read(Fixture.read(fixture.out().resolve("summary.json")));
        Map<?, ?> findings = (Map<?, ?>) ((Map<?, ?>) ((List<?>) summary.get("cases")).get(0)).get("findings");
        assertThat(findings.get("moments.start").toString()).contains("value=[[1.0, 2.0]]");
        assertThat(findings.get("moments.weights")).isNull();
    }

    @Test
    void tellsTheReportWhatWasAskedAndWhatIsDoubtful() {
        RunOutcome outcome = fixture.run(Fixture.STUDY);
        assertThat(outcome.warnings())
                .containsExactly(
                        "operator \"doubling\": doubling is not physics",
                        "prior \"bell\": a bell fits nothing",
                        "case \"slow\": walks are slow",
                        "case \"fast\": walks are slow");
        String report = Fixture.read(fixture.out().resolve("report.txt"));
        assertThat(report.lines())
                .contains(
                        "A walk in the dark",
                        "noise white: {type: white, standard-deviation: 0.5, relative: false}",
                        "warning: case \"slow\": walks are slow",
                        "note: operator \"doubling\": doubles by addition",
                        "case fast 8 draws ",
                        "  moments: 11 findings ");
        assertThat(fixture.shown())
                .contains("warning: prior \"bell\": a bell fits nothing", "[2/2] fast: 8 draws in 0.0 s");
    }

    @Test
    void givesTheSameBitsOnOneThreadAsOnSeveral() {
        String many = Fixture.STUDY.replace(
                "prior: { type: bell }", "priors: { a: { type: bell }, b: { type: bell }, c: { type: bell } }");
        fixture.run(many, directory.resolve("one"), false, 1);
        fixture.run(many, directory.resolve("three"), false, 3);
        Map<String, String> one = Fixture.contents(directory.resolve("one"));
        assertThat(one).containsKey("cases/c+fast/samples.npy");
        assertThat(Fixture.contents(directory.resolve("three"))).isEqualTo(one);
    }

    @Test
    void givesOtherBitsForAnotherSeed() throws IOException {
        fixture.run(Fixture.STUDY, directory.resolve("seven"), false, 1);
        fixture.run(Fixture.STUDY.replace("seed: 7", "seed: 8"), directory.resolve("eight"), false, 1);
        assertThat(Npy.read(directory.resolve("seven/cases/slow/samples.npy")).values())
                .isNotEqualTo(Npy.read(directory.resolve("eight/cases/slow/samples.npy"))
                        .values());
    }

    @Test
    void createsSharedPartsOnceAndClosesEverything() {
        fixture.run(Fixture.STUDY);
        assertThat(Hooks.notes().stream().filter("closed prior"::equals)).hasSize(1);
        assertThat(Hooks.notes().stream().filter("closed chain"::equals)).hasSize(2);
        assertThat(Hooks.notes()).last().isEqualTo("closed prior");
    }

    @Test
    void recordsWhatMadeTheResult() {
        fixture.run(Fixture.STUDY);
        Map<?, ?> provenance = (Map<?, ?>) Json.read(Fixture.read(fixture.out().resolve("provenance.json")));
        assertThat(provenance.get("seed")).isEqualTo(7L);
        assertThat(provenance.get("threads")).isEqualTo(1L);
        assertThat(provenance.get("started")).isEqualTo(List.of("2026-03-20T12:00:00Z"));
        assertThat(provenance.get("finished")).isEqualTo("2026-03-20T12:00:00Z");
        // printf 'not really a jar' | sha256sum
        assertThat(provenance.get("plugins").toString())
                .isEqualTo("[{module=org.fake, version=0.1.0, jars={fake-0.1.0.jar="
                        + "d2c6cf77ae5f94f752b1bb51027081935c2487ad68f670e6d230f41c93d5c547}}]");
        assertThat(Arrays.asList("rote", "java", "java-vendor", "system", "processors", "manifest", "inputs"))
                .allSatisfy(key -> assertThat(provenance.get(key)).as(key).isNotNull());
    }

    @Test
    void asksDiagnosticsOnlyOfTheCasesTheyName() {
        fixture.run(Fixture.STUDY.replace("{ type: moments }", "{ type: moments, cases: [\"sl*\"] }"));
        assertThat(Fixture.contents(fixture.out()).keySet())
                .contains("cases/slow/moments/mean.npy")
                .doesNotContain("cases/fast/moments/mean.npy");
    }

    @Test
    void passesOverWhatDoesNotApplyAndSaysWhy() {
        fixture.run(Fixture.STUDY.replace(
                "diagnostic: { type: moments }",
                "diagnostics: [ { type: moments, cases: [fast] }, "
                        + "{ type: moments, cases: [slow], inapplicable: \"has no fun\" } ]"));
        String summary = Fixture.read(fixture.out().resolve("summary.json"));
        assertThat(summary).contains("\"moments.mean\"", "\"moments\" : \"has no fun\"");
        assertThat(Fixture.read(fixture.out().resolve("report.txt")).lines())
                .contains("  moments: 0 findings has no fun", "  moments: 11 findings ");
    }

    @Test
    void choosesAPlaceByTheNameOfTheStudy() throws IOException {
        Path manifest = Files.createDirectories(directory.resolve("collapse")).resolve("study.yaml");
        Path place = Places.choose(directory, manifest, false);
        assertThat(place).isEqualTo(directory.resolve("results/collapse"));
        assertThat(Places.choose(directory, Path.of("tests", "quick.yaml"), false))
                .isEqualTo(directory.resolve("results/quick"));
        assertThat(Places.choose(directory, manifest, true)).isEqualTo(place);
        Files.createDirectories(place);
        assertThat(Places.choose(directory, manifest, false)).isEqualTo(place);
        Files.writeString(place.resolve("manifest.yaml"), "rote: 1");
        Path second = directory.resolve("results/collapse-2");
        assertThat(Places.choose(directory, manifest, false)).isEqualTo(second);
        assertThat(Places.choose(directory, manifest, true)).isEqualTo(place);
        Files.createDirectories(second);
        Files.writeString(second.resolve("manifest.yaml"), "rote: 1");
        assertThat(Places.choose(directory, manifest, true)).isEqualTo(second);
    }
}
