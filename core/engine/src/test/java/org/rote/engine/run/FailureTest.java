package org.rote.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.engine.plugins.PluginException;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;

/** What fails is told with its place, stops no more than it must, and leaves nothing that looks whole. */
class FailureTest {

    @TempDir
    private Path directory;

    private Fixture fixture = new Fixture(Path.of(""));

    @BeforeEach
    void begin() {
        fixture = new Fixture(directory);
    }

    private static String slowWith(String keys) {
        return Fixture.STUDY.replace("hook: slow", "hook: slow, " + keys);
    }

    @Test
    void namesCaseDrawAndIndexOfWhatIsNotFinite() {
        RunOutcome outcome = fixture.run(slowWith("nan-at-piece: 2"));
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.cause()).isInstanceOf(NumericsException.class);
            assertThat(failure.message())
                    .isEqualTo("case \"slow\" failed: draw 8 of sampler \"slow\" is not finite: NaN at [1] of"
                            + " velocity in m/s, x 2 (step 10.0 m)"
                            + "\n  fix  take smaller steps, or a prior that keeps the operator where it is defined");
        });
    }

    @Test
    void goesOnWithTheOtherCases() {
        RunOutcome outcome = fixture.run(slowWith("nan-at-piece: 2"));
        assertThat(fixture.out().resolve("cases/slow/samples.npy")).doesNotExist();
        assertThat(fixture.out().resolve("cases/slow/case.json")).doesNotExist();
        assertThat(fixture.out().resolve("cases/fast/samples.npy")).exists();
        String summary = Fixture.read(fixture.out().resolve("summary.json"));
        assertThat(summary).contains("\"failure\" : \"draw 8 of sampler", "\"moments.mean\"");
        assertThat(Fixture.read(fixture.out().resolve("report.txt")).lines())
                .anyMatch(line -> line.startsWith("case slow 0 draws draw 8 of sampler"))
                .contains("case fast 8 draws ");
        assertThat(outcome.reports()).hasSize(1);
    }

    @Test
    void triesAFailedCaseAgainOnResume() {
        fixture.run(slowWith("nan-at-piece: 2"));
        assertThat(fixture.resume(slowWith("nan-at-piece: 2")).exitCode()).isEqualTo(4);
        assertThat(fixture.shown()).contains("[2/2] fast: done by an earlier run");
    }

    @Test
    void namesThePluginThatThrows() {
        RunOutcome outcome = fixture.run(slowWith("throw-at-piece: 1"));
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.failures().get(0).message())
                .contains(
                        "case \"slow\" failed: ",
                        "study.yaml:9  sampler \"walk\" failed in advance: java.lang.IllegalStateException: lost my way",
                        "in   plugin org.fake 0.1.0",
                        "fix  this is a fault of the plugin");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "too-many: 2 | handed out 5 draws where at most 3 were asked for",
                "trace: Bad_Name | handed out a trace called \"Bad_Name\", which is not kebab-case",
            })
    void blamesASamplerThatBreaksItsContract(String keys, String message) {
        RunOutcome outcome = fixture.run(slowWith("batch: 3, " + keys).replace("draws: 20", "draws: 3"));
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.failures().get(0).message()).contains("failed in advance", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"examine", "accept", "conclude"})
    void goesOnWithTheOtherDiagnosticsAndCases(String where) {
        RunOutcome outcome = fixture.run(
                Fixture.STUDY.replace("{ type: moments }", "{ type: moments, cases: [slow], fail-in: " + where + " }"));
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.message())
                        .contains(
                                "case \"slow\", diagnostic \"moments\" failed: ",
                                "failed in " + where,
                                "cannot " + where));
        assertThat(Fixture.read(fixture.out().resolve("summary.json"))).contains("\"moments\" : \"failed: ");
        assertThat(fixture.out().resolve("report.txt")).exists();
    }

    @Test
    void blamesADiagnosticThatGivesOneNameTwice() {
        RunOutcome outcome =
                fixture.run(Fixture.STUDY.replace("{ type: moments }", "{ type: moments, fail-in: names }"));
        assertThat(outcome.failures().get(0).message())
                .contains("failed in conclude", "gave two findings called \"random\"");
    }

    @Test
    void keepsTheNumbersWhenTheReportFails() {
        RunOutcome outcome = fixture.run(Fixture.STUDY.replace("{ type: plain }", "{ type: plain, fails: true }"));
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.failures().get(0).message())
                .contains("report \"plain\" failed: ", "failed in write: java.lang.IllegalStateException: out of ink");
        assertThat(fixture.out().resolve("summary.json")).exists();
    }

    @Test
    void failsTheCaseWhoseTruthGivesNoData() {
        RunOutcome outcome = fixture.run(Fixture.STUDY.replace(
                "operator: { type: doubling }",
                "operators: { good: { type: doubling }, bad: { type: doubling, overflows: true } }"));
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.failures()).hasSize(2);
        assertThat(outcome.failures().get(0).message())
                .startsWith("case \"bad+slow\" failed: ")
                .endsWith("study.yaml:4  operators.bad: F(m) of operator \"bad\" is not finite: NaN at [1] of"
                        + " travel time in s, receiver 2");
        assertThat(fixture.out().resolve("cases/good+slow/samples.npy")).exists();
    }

    @Test
    void warnsOfASamplerThatEndsEarly() throws IOException {
        RunOutcome outcome = fixture.run(slowWith("end-at-piece: 2"));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.warnings())
                .contains(
                        "case \"slow\": the sampler has nothing more to give after 6 of 20 draws; ask for fewer draws,"
                                + " or for a sampler that goes on");
        assertThat(org.rote.arrays.Npy.read(fixture.out().resolve("cases/slow/samples.npy"))
                        .shape())
                .isEqualTo(org.rote.arrays.Shape.of(6, 2));
    }

    @Test
    void stopsWhenTheBudgetIsSpentAndSaysSo() {
        Hooks.set("slow", piece -> fixture.clock.advance(Duration.ofSeconds(4)));
        RunOutcome outcome = fixture.run(slowWith("budget: 10 s"));
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.warnings())
                .contains("case \"slow\": stopped with 9 of 20 draws because its budget of 10.0 s was spent;"
                        + " give it more time, or ask for fewer draws");
    }

    @Test
    void refusesADirectoryThatHoldsARun() {
        fixture.run(Fixture.STUDY);
        assertThatThrownBy(() -> fixture.run(Fixture.STUDY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        fixture.out() + ": holds a run already (go on with it by --resume, or give another directory"
                                + " with --out)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void leavesADirectoryOfSomebodyElseAlone(boolean resume) throws IOException {
        Files.createDirectories(fixture.out());
        Fixture.write(fixture.out().resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> fixture.run(Fixture.STUDY, fixture.out(), resume, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        fixture.out() + ": exists, is not empty and holds no run (give another directory with --out)");
        try (var files = Files.list(fixture.out())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void refusesAFileInPlaceOfADirectory() {
        Fixture.write(fixture.out(), "a file");
        assertThatThrownBy(() -> fixture.run(Fixture.STUDY))
                .hasMessage(fixture.out() + ": is a file, not a directory (give another directory with --out)");
    }

    @Test
    void refusesADirectoryThatCannotBeMade() {
        Fixture.write(directory.resolve("file"), "");
        Path out = directory.resolve("file/out");
        assertThatThrownBy(() -> fixture.run(Fixture.STUDY, out, false, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(out + ": ")
                .hasMessageContaining("check the disk and the directory");
    }

    @Test
    void saysThatAFileIsMissingWhereTheSystemNamesOnlyItsPath() {
        Path out = directory.resolve("out");
        assertThat(Storage.failure(out, new NoSuchFileException(out.toString())))
                .hasMessageStartingWith(out + ": there is no such file or directory, and it cannot be made");
    }

    @Test
    void refusesADirectoryThatAnotherRunIsWriting() {
        Hooks.set("slow", piece -> {
            if (piece == 0) {
                Hooks.clear();
                assertThatThrownBy(() -> new Fixture(directory).resume(Fixture.STUDY))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessage(fixture.out() + ": another run is writing there now"
                                + " (wait until it is done, or give another directory with --out)");
                Hooks.note("refused");
            }
        });
        assertThat(fixture.run(Fixture.STUDY).exitCode()).isZero();
        assertThat(Hooks.notes()).contains("refused");
    }

    @Test
    void stopsTheWholeRunWhenTheDiskIsFullAndCanBeResumed() {
        assumeThat(Path.of("/dev/full")).as("a device that is always full").exists();
        Path traces = fixture.out().resolve("cases/slow/traces");
        Hooks.set("slow", piece -> {
            if (piece == 0) {
                link(traces.resolve("misfit.npy.part"));
            }
        });
        assertThatThrownBy(() -> fixture.run(Fixture.STUDY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("misfit.npy")
                .hasMessageContaining("the disk is full")
                .hasMessageContaining("then go on with --resume");
        assertThat(fixture.out().resolve("cases/slow/case.json")).doesNotExist();
        assertThat(fixture.out().resolve("cases/fast")).doesNotExist();
        assertThat(fixture.out().resolve("summary.json")).doesNotExist();
        Hooks.clear();
        assertThat(new Fixture(directory).resume(Fixture.STUDY).exitCode()).isZero();
    }

    private static void link(Path path) {
        try {
            Files.createDirectories(path.getParent());
            Files.createSymbolicLink(path, Path.of("/dev/full"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void runsNothingWhenAPartCannotBeMade() {
        String broken = Fixture.STUDY.replace("{ type: doubling }", "{ type: doubling, throws-at-creation: true }");
        assertThatThrownBy(() -> fixture.run(broken))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining(
                        "operator \"doubling\" failed in create: java.lang.IllegalStateException: no device");
        assertThat(fixture.out()).doesNotExist();
    }
}
