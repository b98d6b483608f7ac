package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.testkit.ReferenceNumbers;

/** One training set behind a parameterization, given as models and as coordinates, and a truth that is a model. */
class ParameterizedStudyTest {

    private static final int NX = 6;
    private static final int NZ = 5;
    private static final int MODES = 2;

    /** Coordinates go through a file of models and back: rounding of a sum of four cosines, relative to a background ten times as large. */
    private static final double ROUNDING = 1e-10;

    private static final double[][] COORDINATES = {{1, -0.5, 0.3, 0}, {-1, 0.2, 0.8, -0.4}, {0.1, 1.5, -0.7, 0.9}};

    private static final String STUDY = """
            rote: 1
            title: Models and coordinates
            seed: 11
            operator:
              type: straight-ray
              parameter: slowness
              grid: { shape: [6, 5], spacing: 10 m }
              sources: { type: line, from: [0 m, 2 m], to: [0 m, 48 m], count: 4 }
              receivers: { type: line, from: [60 m, 2 m], to: [60 m, 48 m], count: 4 }
            parameterization: { type: karhunen-loeve-cosine, modes: 2, background: 2 km/s, scale: 0.2 ms/m }
            observation: { truth: { type: csv, file: models.csv, unit: s/m, take: 2 }, noise-free: true }
            noise: { type: gaussian, standard-deviation: 0.2 ms }
            priors:
              models: { type: memorized-diffusion, sigma: 0.2, training: { type: csv, file: models.csv, unit: s/m } }
              coordinates: { type: memorized-diffusion, sigma: 0.2, training: { type: csv, file: coordinates.csv } }
            sampler: { type: exact-mixture, draws: 10 }
            diagnostics: [ { type: mixture-weights } ]
            """;

    @TempDir
    static Path directory;

    private static ReferenceNumbers cases;

    @BeforeAll
    static void runTheStudy() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("study.yaml"), STUDY);
        StringJoiner coordinates = new StringJoiner("\n");
        StringJoiner models = new StringJoiner("\n");
        for (double[] z : COORDINATES) {
            coordinates.add(line(z));
            models.add(line(model(z)));
        }
        Files.writeString(directory.resolve("coordinates.csv"), coordinates.toString());
        Files.writeString(directory.resolve("models.csv"), models.toString());
        Command run = Command.run(Assembled.HOME, directory, "run", "study.yaml", "--out", "out", "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
        cases = ReferenceNumbers.read(directory.resolve("out/summary.json")).at("cases");
    }

    private static double[] model(double[] z) {
        double[] model = new double[NX * NZ];
        for (int cell = 0; cell < model.length; cell++) {
            model[cell] = 5e-4;
            for (int k = 0; k < z.length; k++) {
                model[cell] += 2e-4 * z[k] * wave(1 + k / MODES, 1 + k % MODES, cell);
            }
        }
        return model;
    }

    /** λ φ as documented, with the longer side as the unit of length. */
    private static double wave(int i, int j, int cell) {
        int x = cell / NZ;
        int z = cell % NZ;
        double alongX = Math.PI * (i + 0.5);
        double alongZ = Math.PI * (j + 0.5);
        double squared = alongX * alongX + Math.pow(alongZ * NX / NZ, 2);
        return 2 * Math.pow(squared, -0.55) * Math.cos(alongX * (x + 0.5) / NX) * Math.cos(alongZ * (z + 0.5) / NZ);
    }

    private static String line(double[] values) {
        StringJoiner line = new StringJoiner(",");
        for (double value : values) {
            line.add(Double.toString(value));
        }
        return line.toString();
    }

    private static double[] weights(int index) {
        return cases.at(index, "findings", "mixture-weights.weights", "value").numbers();
    }

    @Test
    void givesBothTrainingSetsTheSamePosterior() {
        assertThat(weights(0)).usingComparatorWithPrecision(ROUNDING).containsExactly(weights(1));
        double[][] means = means(0);
        for (int n = 0; n < means.length; n++) {
            assertThat(means[n]).usingComparatorWithPrecision(ROUNDING).containsExactly(means(1)[n]);
        }
    }

    private static double[][] means(int index) {
        return cases.at(index, "findings", "mixture-weights.means", "value").rows();
    }

    /** The data are those of the last model without noise, so its component has nothing to move for. */
    @Test
    void findsTheTruthAmongTheCoordinates() {
        assertThat(weights(0)[2]).isGreaterThan(0.99);
        assertThat(means(0)[2]).usingComparatorWithPrecision(ROUNDING).containsExactly(COORDINATES[2]);
    }
}
