package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.testkit.ReferenceNumbers;

/** An estimate beside the exact posterior of the same study, through the assembled program: under a Gaussian prior and a linear operator the most probable model is the mean. */
class EstimateStudyTest {

    private static final String STUDY = """
            rote: 1
            title: The most probable model
            seed: 5
            operator:
              type: straight-ray
              parameter: slowness
              grid: { shape: [8, 8], spacing: 10 m }
              sources: { type: line, from: [0 m, 5 m], to: [0 m, 75 m], count: 6 }
              receivers: { type: line, from: [80 m, 5 m], to: [80 m, 75 m], count: 6 }
            observation: { truth: { type: layered, seed: 1, first: 17, count: 1 } }
            noise: { type: gaussian, standard-deviation: 0.2 ms }
            prior:
              type: gaussian
              mean-of: { type: layered, seed: 1, count: 20 }
              covariance: { type: correlated, standard-deviation: 40 us/m, lengths: [40 m, 10 m] }
            samplers:
              exact: { type: exact-mixture, draws: 10 }
              estimate: { type: lbfgs, gradient-tolerance: 1e-8, decrease-tolerance: 0 }
            diagnostics: [ { type: posterior-summary }, { type: mixture-weights, cases: [exact] }, { type: iterations, cases: [estimate] } ]
            """;

    // of a prior deviation of 4e-5 s/m; the gradient has fallen by 1e-8
    private static final double CONVERGED = 1e-5 * 4e-5;

    @TempDir
    static Path directory;

    @BeforeAll
    static void runTheStudy() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("study.yaml"), STUDY);
        Command run = Command.run(Assembled.HOME, directory, "run", "study.yaml", "--out", "out", "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
    }

    private static ReferenceNumbers findings(int index) {
        return ReferenceNumbers.read(directory.resolve("out/summary.json")).at("cases", index, "findings");
    }

    /** The numbers of a NumPy file of doubles, whose header says in its bytes 8 and 9 how long it is. */
    private static double[] numbers(String file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(
                        Files.readAllBytes(directory.resolve("out").resolve(file)))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(10 + bytes.getShort(8));
        double[] numbers = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(numbers);
        return numbers;
    }

    @Test
    void estimatesThePosteriorMean() throws IOException {
        double[] mean = findings(0).at("mixture-weights.means", "value").rows()[0];
        assertThat(numbers("cases/estimate/samples.npy"))
                .usingComparatorWithPrecision(CONVERGED)
                .containsExactly(mean);
    }

    @Test
    void saysNothingOfASpread() throws IOException {
        String summary = Files.readString(directory.resolve("out/summary.json"));
        String estimate = summary.substring(summary.indexOf("\"estimate\""));
        assertThat(summary).contains("posterior-summary.spread");
        assertThat(estimate).contains("posterior-summary.error").doesNotContain("posterior-summary.spread");
    }

    @Test
    void showsTheWayToTheEstimate() throws IOException {
        assertThat(Files.readString(directory.resolve("out/report.html")))
                .contains(
                        "From the start to the estimate",
                        "Models on the way",
                        "One model and nothing about its uncertainty");
        double[] misfit = findings(1).at("iterations.misfit", "value").numbers();
        assertThat(misfit[1]).isLessThan(misfit[0]);
        double[] last = numbers("cases/estimate/samples.npy");
        int iterations = (int) findings(1).at("iterations.iterations", "value").numbers()[0];
        assertThat(numbers("cases/estimate/" + String.format(java.util.Locale.ROOT, "iterate-%04d.npy", iterations)))
                .containsExactly(last);
    }
}
