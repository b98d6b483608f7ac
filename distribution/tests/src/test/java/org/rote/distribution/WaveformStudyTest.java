package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rote.testkit.ReferenceNumbers;

/** Full-waveform inversion by diffusion posterior sampling through the assembled program, on a grid small enough for a test; and that every shipped study can be run. */
class WaveformStudyTest {

    private static final String STUDY = """
            rote: 1
            title: A small waveform inversion
            seed: 3
            operator:
              type: helmholtz
              grid: { shape: [24, 20], spacing: 40 m }
              frequencies: [3 Hz, 4.5 Hz]
              pml: { cells: 6, strength: 100 Hz }
              sources: { type: cells, at: [[4, 2], [18, 2]] }
              receivers: { type: line, from: [40 m, 720 m], to: [900 m, 720 m], count: 9 }
              stencil: nine-point
            parameterization: { type: karhunen-loeve-cosine, modes: 3, background: 2 km/s, scale: 0.02 s^2/km^2 }
            observation: { truth: { type: inline, models: [[0.5, -2, 1, 0, 0.3, -1, 2, 0, -0.4]] } }
            noise: { type: gaussian, relative: 0.02 }
            prior:
              type: empirical
              training: { type: inline, models: [[0.5, -2, 1, 0, 0.3, -1, 2, 0, -0.4], [2, 0, 1, 0, 0, 0, 1, 1, 0], [-1, 1, 0, 2, 0, -1, 0, 0, 1], [0, 0, -2, 1, 1, 1, 0, -1, 0]] }
            samplers:
              dps: { type: dps, draws: 5, schedule: { type: vp-cosine, steps: 8 } }
              published: { type: dps, draws: 5, schedule: { type: vp-linear, steps: 8, beta-end: 0.7 }, step: { type: normalized }, jacobian: omitted }
              reference: { type: reweighting, draws: 5 }
            diagnostics: [ { type: posterior-summary }, { type: sampling-path, cases: [dps, published] }, { type: against-reference, cases: [dps, published] } ]
            """;

    @TempDir
    static Path directory;

    @BeforeAll
    static void runTheStudy() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("study.yaml"), STUDY);
        Command run = run("results", "2");
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static Command run(String out, String threads) throws IOException, InterruptedException {
        return Command.run(
                Assembled.HOME, directory, "run", "study.yaml", "--out", out, "--quiet", "--threads", threads);
    }

    @Test
    void givesTheSameBitsOnOneThread() throws Exception {
        Command again = run("again", "1");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(SavedArrays.of(directory.resolve("again"))).isEqualTo(SavedArrays.of(directory.resolve("results")));
    }

    @Test
    void findsTheTrueModelAmongTheTrainingModels() {
        ReferenceNumbers cases =
                ReferenceNumbers.read(directory.resolve("results/summary.json")).at("cases");
        ReferenceNumbers findings = cases.at(2, "findings");
        assertThat(findings.at("posterior-summary.error", "value").number()).isZero();
        // 36 complex data of pure noise: a mean of 72 squares.
        assertThat(findings.at("posterior-summary.misfit", "value").number()).isBetween(0.5, 1.6);
    }

    @Test
    void keepsAndShowsThePathOfEachChain() throws IOException {
        Path results = directory.resolve("results");
        for (String sampler : List.of("dps", "published")) {
            assertThat(results.resolve("cases").resolve(sampler).resolve("path-misfit.npy"))
                    .exists();
            assertThat(results.resolve("figures").resolve(sampler).resolve("sampling-path.svg"))
                    .exists();
        }
        assertThat(Files.readString(results.resolve("report.html")))
                .contains("Mode weights", "Observed and predicted data");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyShippedStudyCanBeRun(Path study) throws Exception {
        Command check = Command.run(Assembled.HOME, directory, "check", study.toString());
        assertThat(check.code()).as(check.err()).isZero();
        assertThat(check.out()).contains("cases can be run");
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.walk(Assembled.HOME.resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }
}
