package org.rote.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.spi.InvalidInputException;

/** A run that was stopped and resumed leaves the bytes of one that was not, except for times. */
class ResumeTest {

    @TempDir
    private Path directory;

    private Fixture fixture = new Fixture(Path.of(""));

    @BeforeEach
    void begin() {
        fixture = new Fixture(directory);
    }

    private Map<String, String> uninterrupted() {
        Path whole = directory.resolve("whole");
        fixture.run(Fixture.STUDY, whole, false, 1);
        return Fixture.contents(whole);
    }

    /** What a process leaves that is killed during a piece is what stands on the disk at that moment. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 6})
    void goesOnAfterAKillAtAnyMoment(long piece) {
        Path killed = directory.resolve("killed");
        Hooks.set("slow", at -> {
            fixture.clock.advance(Duration.ofSeconds(3));
            if (at == piece) {
                Fixture.copy(fixture.out(), killed);
            }
        });
        fixture.run(Fixture.STUDY);
        assertThat(killed.resolve("cases/slow/samples.npy")).doesNotExist();
        assertThat(killed.resolve("summary.json")).doesNotExist();
        // Three seconds a piece and a checkpoint every five: there is one from the second piece on.
        assertThat(Files.exists(killed.resolve("cases/slow/checkpoint.bin"))).isEqualTo(piece >= 2);

        Hooks.clear();
        RunOutcome outcome = fixture.run(Fixture.STUDY, killed, true, 1);
        assertThat(outcome.exitCode()).isZero();
        assertThat(Fixture.contents(killed)).isEqualTo(uninterrupted());
    }

    @Test
    void goesOnAfterAKillBetweenTheFilesOfACase() throws IOException {
        Map<String, String> whole = uninterrupted();
        fixture.run(Fixture.STUDY);
        // As if the process had died while the files of the case were given their names, before its marker was written.
        Path slow = fixture.out().resolve("cases/slow");
        Files.delete(slow.resolve("case.json"));
        Files.move(slow.resolve("samples.npy"), slow.resolve("samples.npy.part"));
        assertThat(fixture.resume(Fixture.STUDY).exitCode()).isZero();
        assertThat(Fixture.contents(fixture.out())).isEqualTo(whole);
    }

    @Test
    void goesOnAfterAnInterruptWithEveryDrawThatWasMade() {
        Map<String, String> whole = uninterrupted();
        Hooks.set("slow", piece -> {
            if (piece == 3) {
                // Noticed by the walk itself, inside the piece; what was drawn before is in no checkpoint yet.
                fixture.interrupt.request();
            }
        });
        RunOutcome stopped = fixture.run(Fixture.STUDY);
        assertThat(stopped.exitCode()).isEqualTo(130);
        assertThat(stopped.interrupted()).isTrue();
        assertThat(stopped.reports()).isEmpty();
        assertThat(stopped.resumeCommand(Path.of("my study.yaml")))
                .isEqualTo("rote run \"my study.yaml\" --out " + fixture.out() + " --resume");
        assertThat(fixture.out().resolve("summary.json")).doesNotExist();

        Fixture again = new Fixture(directory);
        assertThat(again.resume(Fixture.STUDY).exitCode()).isZero();
        assertThat(Fixture.contents(again.out())).isEqualTo(whole);
    }

    @Test
    void leavesACheckpointWhenInterruptedBetweenTwoPieces() throws IOException {
        Fixture interrupted = new Fixture(directory) {
            @Override
            void onProgress(String what, long done) {
                if (what.equals("sampling") && done >= 9) {
                    interrupt.request();
                }
            }
        };
        assertThat(interrupted.run(Fixture.STUDY).exitCode()).isEqualTo(130);
        Checkpoint checkpoint = Checkpoint.read(interrupted.out().resolve("cases/slow/checkpoint.bin"))
                .orElseThrow();
        assertThat(checkpoint.drawn()).isEqualTo(9);
        assertThat(new Fixture(directory).resume(Fixture.STUDY).exitCode()).isZero();
        assertThat(Fixture.contents(fixture.out())).isEqualTo(uninterrupted());
    }

    @Test
    void stopsBeforeTheFirstDrawWhenInterruptedBefore() {
        fixture.interrupt.request();
        assertThat(fixture.run(Fixture.STUDY).exitCode()).isEqualTo(130);
        assertThat(fixture.out().resolve("cases")).doesNotExist();
    }

    @Test
    void addsUpTheSecondsOfAllAttempts() throws IOException {
        Path killed = directory.resolve("killed");
        Hooks.set("slow", piece -> {
            fixture.clock.advance(Duration.ofSeconds(3));
            if (piece == 4 && !Files.exists(killed)) {
                Fixture.copy(fixture.out(), killed);
            }
        });
        fixture.run(Fixture.STUDY);
        fixture.run(Fixture.STUDY, killed, true, 1);
        // Checkpoints after pieces 1 and 3, the second at twelve seconds; pieces 4 to 6 again.
        CaseMarker resumed =
                CaseMarker.read(killed.resolve("cases/slow/case.json")).orElseThrow();
        CaseMarker whole =
                CaseMarker.read(fixture.out().resolve("cases/slow/case.json")).orElseThrow();
        assertThat(whole.seconds()).isEqualTo(21);
        assertThat(resumed.seconds()).isEqualTo(21);
    }

    @Test
    void keepsFinishedCasesAndRebuildsTheirSolutions() {
        Map<String, String> whole = uninterrupted();
        fixture.run(Fixture.STUDY);
        Hooks.clear();
        Hooks.set("slow", piece -> {
            throw new AssertionError("sampled again at piece " + piece);
        });
        RunOutcome outcome = fixture.resume(Fixture.STUDY);
        assertThat(outcome.exitCode()).isZero();
        assertThat(Hooks.notes()).contains("solution of a chain at piece 7");
        assertThat(Fixture.contents(fixture.out())).isEqualTo(whole);
        assertThat(outcome.warnings()).contains("case \"slow\": walks are slow");
        assertThat(fixture.shown()).contains("[1/2] slow: done by an earlier run");
    }

    @Test
    void beginsWhereThereIsNothingToResume() {
        assertThat(fixture.resume(Fixture.STUDY).exitCode()).isZero();
        assertThat(Fixture.contents(fixture.out())).isEqualTo(uninterrupted());
    }

    @Test
    void refusesTheRunOfAnotherManifest() {
        fixture.run(Fixture.STUDY);
        assertThatThrownBy(() -> fixture.resume(Fixture.STUDY.replace("batch: 5", "batch: 4")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(fixture.out() + ": holds the run of another manifest, which says \"batch: 5\""
                        + " where this one says \"batch: 4\" (line ")
                .hasMessageContaining("give the manifest that the run was started with");
    }

    @Test
    void refusesInputFilesThatHaveChanged() throws IOException {
        Path data = directory.resolve("data.npy");
        org.rote.arrays.Npy.write(data, org.rote.arrays.Shape.of(2), new double[] {1, 2});
        String yaml = Fixture.STUDY.replace(
                "observation: { truth: { type: rows, models: [[3, 4]] } }", "observation: { file: data.npy }");
        fixture.run(yaml);
        org.rote.arrays.Npy.write(data, org.rote.arrays.Shape.of(2), new double[] {1, 3});
        assertThatThrownBy(() -> fixture.resume(yaml))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("data.npy: has changed since the run was begun (restore the file");
    }

    @Test
    void warnsWhenThePluginsAreOthers() {
        fixture.run(Fixture.STUDY);
        Path provenance = fixture.out().resolve("provenance.json");
        Fixture.write(provenance, Fixture.read(provenance).replace("0.1.0", "0.0.9"));
        assertThat(fixture.resume(Fixture.STUDY).warnings())
                .anyMatch(warning -> warning.startsWith("run: the run was begun with other versions"));
    }

    @Test
    void refusesADamagedCheckpoint() throws IOException {
        fixture.run(Fixture.STUDY);
        Path slow = fixture.out().resolve("cases/slow");
        Files.delete(slow.resolve("case.json"));
        byte[] bytes = Files.readAllBytes(slow.resolve("checkpoint.bin"));
        bytes[bytes.length - 1] ^= 1;
        Files.write(slow.resolve("checkpoint.bin"), bytes);
        assertThatThrownBy(() -> fixture.resume(Fixture.STUDY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "cases/slow: the checkpoint is damaged (its checksum is wrong); remove the directory to sample");
    }
}
