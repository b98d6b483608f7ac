package org.rote.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.arrays.Npy;

/** Many truths make many cases, and diagnostics that pool conclude over them once all are through. */
class PoolTest {

    private static final String STUDY = Fixture.STUDY
            .replace("models: [[3, 4]] }", "models: [[3, 4], [5, 6], [7, 8], [9, 10]] }, truths: 3")
            .replace("diagnostic: { type: moments }", "diagnostic: { type: pooled }");

    @TempDir
    private Path directory;

    private Fixture fixture = new Fixture(Path.of(""));

    @BeforeEach
    void begin() {
        fixture = new Fixture(directory);
    }

    private List<String> pools() {
        return Fixture.read(fixture.out().resolve("report.txt"))
                .lines()
                .filter(line -> line.startsWith("pool "))
                .toList();
    }

    private String summary() {
        return Fixture.read(fixture.out().resolve("summary.json")).replaceAll("\\s+", "");
    }

    private static String afterPools(String summary) {
        return summary.substring(summary.indexOf("\"pools\""));
    }

    @Test
    void poolsTheTruthsOfEachSampler() throws IOException {
        assertThat(fixture.run(STUDY).exitCode()).isZero();
        assertThat(pools())
                .containsExactly(
                        "pool pooled slow of [truth-0+slow, truth-1+slow, truth-2+slow] without {} ",
                        "pool pooled fast of [truth-0+fast, truth-1+fast, truth-2+fast] without {} ");
        assertThat(afterPools(summary()))
                .contains("\"name\":\"slow\",\"operator\":\"doubling\",\"observation\":\"truth\"")
                .contains("\"over\":[\"truth\"],\"cases\":3,\"left-out\":{}")
                .contains("\"pooled.all\":{\"value\":[3.0,20.0,5.0,20.0,7.0,20.0]")
                .contains(
                        "\"pooled.members\":{\"value\":3.0,\"unit\":\"1\",\"threshold\":2.0,\"severity\":\"warning\"");
        assertThat(Npy.read(fixture.out().resolve("pools/pooled/fast/all.npy")).values())
                .containsExactly(3, 8, 5, 8, 7, 8);
        assertThat(fixture.shown()).contains("pooled over truth, slow (3 cases): past their thresholds: members");
    }

    @Test
    void poolsOverSeveralParts() {
        fixture.run(STUDY.replace("{ type: pooled }", "{ type: pooled, parts: [truth, noise] }")
                .replace("noise: { type: white }", "noises: { low: { type: white }, high: { type: white } }"));
        assertThat(pools())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("pool pooled slow of [truth-0+low+slow, truth-0+high+slow, ");
        assertThat(fixture.shown()).contains("pooled over noise and truth, slow (6 cases)");
    }

    @Test
    void leavesOutWhatFailedAndSaysSo() {
        RunOutcome outcome = fixture.run(STUDY.replace("hook: slow", "throw-at-piece: 1"));
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(pools().get(0))
                .startsWith("pool pooled slow of [] without {truth-0+slow=the case failed: ")
                .endsWith("no case could be examined");
        assertThat(pools().get(1)).contains("of [truth-0+fast, truth-1+fast, truth-2+fast] without {}");
        assertThat(fixture.shown())
                .contains("pooled over truth, slow (0 cases, 3 left out): no case could be examined");
    }

    @Test
    void leavesOutWhatCannotBeDigested() {
        RunOutcome outcome = fixture.run(STUDY.replace("{ type: pooled }", "{ type: pooled, fail-in: digest }"));
        assertThat(outcome.failures()).hasSize(2);
        assertThat(pools().get(0))
                .startsWith("pool pooled slow of [truth-0+slow, truth-2+slow] without {truth-1+slow=failed: ")
                .contains("cannot digest");
        assertThat(summary()).contains("\"cases\":2,\"left-out\":{\"truth-1+slow\":\"failed:");
    }

    @Test
    void tellsAPoolThatFails() {
        RunOutcome outcome = fixture.run(STUDY.replace("{ type: pooled }", "{ type: pooled, fail-in: pool }"));
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.failures().get(0).message())
                .startsWith("diagnostic \"pooled\", pool \"slow\" failed: ")
                .contains("cannot pool");
        assertThat(summary()).contains("\"passed-over\":\"failed:");
    }

    @Test
    void passesOverAPoolThatIsTooSmall() {
        assertThat(fixture.run(STUDY.replace("{ type: pooled }", "{ type: pooled, least: 4 }"))
                        .exitCode())
                .isZero();
        assertThat(pools()).allMatch(line -> line.endsWith(" without {} needs 4 cases"));
        assertThat(summary()).contains("\"findings\":{},\"passed-over\":\"needs4cases\"");
    }

    @Test
    void concludesTheSameWithAnyNumberOfThreadsAndAfterAResume() throws IOException {
        fixture.run(STUDY);
        Map<String, String> whole = Fixture.contents(fixture.out());
        Path parallel = directory.resolve("parallel");
        fixture.run(STUDY, parallel, false, 2);
        assertThat(Fixture.contents(parallel)).isEqualTo(whole);

        // As if the process had died with two cases done, one of them with draws but without its marker.
        Files.delete(fixture.out().resolve("summary.json"));
        Files.delete(fixture.out().resolve("cases/truth-1+slow/case.json"));
        fixture.resume(STUDY);
        assertThat(fixture.shown()).contains("truth-2+slow: done by an earlier run");
        assertThat(Fixture.contents(fixture.out())).isEqualTo(whole);
    }

    @Test
    void drawsTruthsFromThePrior() {
        String study = STUDY.replace(
                        "truth: { type: rows, models: [[3, 4], [5, 6], [7, 8], [9, 10]] }, truths: 3",
                        "truths-from-prior: 3")
                .replace("prior: { type: bell }", "priors: { one: { type: bell }, other: { type: bell } }");
        assertThat(fixture.run(study).exitCode()).isZero();
        List<Double> truths = new ArrayList<>();
        for (String pool : List.of("one+slow", "one+fast", "other+slow", "other+fast")) {
            double[] all = read("pools/pooled/" + pool + "/all.npy");
            truths.addAll(List.of(all[0], all[2], all[4]));
        }
        // Samplers meet the same truths, priors have their own.
        assertThat(truths.subList(0, 3)).isEqualTo(truths.subList(3, 6)).doesNotHaveDuplicates();
        assertThat(truths.subList(6, 9))
                .isEqualTo(truths.subList(9, 12))
                .doesNotContainAnyElementsOf(truths.subList(0, 3));
    }

    private double[] read(String file) {
        try {
            return Npy.read(fixture.out().resolve(file)).values();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "truths-from-prior: 2,                     standard-deviation: 1, true",
        "'truths-from-prior: 2, noise-free: true', standard-deviation: 1, false",
        "truths-from-prior: 2,                     relative: true,        false",
        "'truth: { type: rows, models: [[3, 4]] }',  standard-deviation: 1, false"
    })
    void knowsWhetherATruthIsADrawOfThePosterior(String observation, String noise, boolean expected) {
        fixture.run(Fixture.STUDY
                .replace("truth: { type: rows, models: [[3, 4]] }", observation)
                .replace("type: white", "type: white, " + noise));
        assertThat(summary())
                .contains("\"moments.truth-of-posterior\":{\"value\":" + (expected ? 1.0 : 0.0) + ",")
                .doesNotContain("\"moments.truth-of-posterior\":{\"value\":" + (expected ? 0.0 : 1.0) + ",");
    }

    @Test
    void givesEachTruthItsOwnNoise() {
        String study =
                STUDY.replace("models: [[3, 4], [5, 6], [7, 8], [9, 10]] }", "models: [[3, 4], [3, 4], [3, 4]] }");
        fixture.run(study.replace("{ type: pooled }", "{ type: moments }"));
        List<String> lines =
                Fixture.read(fixture.out().resolve("summary.json")).lines().toList();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("moments.misfit")) {
                values.add(lines.get(i + 1));
            }
        }
        assertThat(values).hasSize(6).doesNotHaveDuplicates();
    }
}
