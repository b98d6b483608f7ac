package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.testkit.ReferenceNumbers;

/** Classical full-waveform inversion in stages, through the assembled program, on a grid small enough for a test. */
class WaveformEstimateTest {

    private static final String STUDY = """
            rote: 1
            title: A small classical inversion
            seed: 9
            operator:
              type: acoustic
              grid: { shape: [40, 24], spacing: 40 m }
              time: { duration: 1.4 s, sampling: 10 ms }
              wavelet: { type: ricker, peak-frequency: 4 Hz, delay: 300 ms }
              shots: { type: line, from: [200 m, 40 m], to: [1360 m, 40 m], count: 3 }
              receivers: { type: line, from: [40 m, 40 m], to: [1520 m, 40 m], count: 20 }
            observation: { truth: { type: basin, seed: 2, count: 1, water: { depth: 160 m, relief: 0 m }, layers: { thickness: 150 m }, salt: { probability: 0 } } }
            noise: { type: gaussian, relative: 0.002 }
            prior: { type: gaussian, mean: 2 km/s, covariance: { type: isotropic, standard-deviation: 1 km/s } }
            sampler:
              type: lbfgs
              prior: ignored
              start: { type: profile, depths: [0 m, 160 m, 160 m, 920 m], velocities: [1.5 km/s, 1.5 km/s, 1.8 km/s, 2.7 km/s] }
              lower: 1.4 km/s
              upper: 5 km/s
              fixed-above: 160 m
              stages: [ { low-pass: 3 Hz, iterations: 4 }, { iterations: 6 } ]
            diagnostics: [ { type: posterior-summary }, { type: iterations } ]
            """;

    @TempDir
    static Path directory;

    @BeforeAll
    static void runTheStudy() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("study.yaml"), STUDY);
        Command run = run("out", "2");
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static Command run(String out, String threads) throws IOException, InterruptedException {
        return Command.run(
                Assembled.HOME, directory, "run", "study.yaml", "--out", out, "--quiet", "--threads", threads);
    }

    private static double[] numbers(String finding) {
        return ReferenceNumbers.read(directory.resolve("out/summary.json"))
                .at("cases", 0, "findings", finding, "value")
                .numbers();
    }

    @Test
    void comesToExplainTheDataAndNearerToTheTruth() {
        assertThat(numbers("iterations.iterations")).containsExactly(4, 6);
        double[] misfit = numbers("iterations.misfit");
        assertThat(misfit[1]).isLessThan(misfit[0] / 4);
        double[] error = numbers("iterations.error");
        assertThat(error[1]).isLessThan(error[0]);
    }

    @Test
    void givesTheSameBitsOnOneThread() throws Exception {
        Command again = run("again", "1");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(SavedArrays.of(directory.resolve("again"))).isEqualTo(SavedArrays.of(directory.resolve("out")));
    }

    @Test
    void tellsTheStagesApartInTheReport() throws IOException {
        assertThat(Files.readString(directory.resolve("out/report.html")))
                .contains(
                        "(below 3.0 Hz, then all frequencies)",
                        "1 (below 3.0 Hz) ended because it came to its number of iterations");
    }
}
