package org.rote.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The study of what a published rule counts as memorized, on the published training sets: draws of priors that memorized and that did not, fresh fields, and a cloud around the truth. */
class MemorizationRatesTest {

    private static final Path STUDY =
            Assembled.ROOT.resolve("distribution/examples/07-memorization-rates/published.yaml");

    /** Measures in the order of the kept array: d₁ / mean(d₂ … d_k) < 0.7, d₁ / d₂ < 1/3, and the calibrated one. */
    private static final int MEASURES = 3;

    /** Populations in the order of the kept array: draws, held-out models, left-out models, cloud around the mean, cloud around the truth. */
    private static final int HELD_OUT = 1;

    private static final int AROUND_TRUTH = 4;

    /** There are so many fresh fields; the expected rates are from at least as many points. */
    private static final int POINTS = 1000;

    @TempDir
    static Path directory;

    @BeforeAll
    static void runTheStudy() throws IOException, InterruptedException {
        Path training = Path.of(System.getProperty("rote.shared")).resolve("reference/fwi_training_kl_1000x100.npy");
        Assumptions.assumeTrue(Files.isReadable(training), () -> "the published training sets are not at " + training);
        Command run = Command.run(Assembled.HOME, directory, "run", STUDY.toString(), "--out", "out", "--quiet");
        assertThat(run.code()).as(run.err()).isZero();
    }

    @ParameterizedTest(name = "{0} training models")
    @CsvSource({"50, 0.96, 1.00", "200, 0.33, 0.54", "1000, 0.08, 0.001"})
    void reproducesTheTableOfRates(int models, double fresh, double aroundTruth) throws IOException {
        double[] rates = rates("learned-" + models);

        assertThat(rates[HELD_OUT * MEASURES]).isCloseTo(fresh, within(twoStandardErrors(fresh)));
        assertThat(rates[AROUND_TRUTH * MEASURES]).isCloseTo(aroundTruth, within(twoStandardErrors(aroundTruth)));
    }

    @ParameterizedTest(name = "{0} training models")
    @CsvSource({"50", "200", "1000"})
    void tellsMemorizedFromLearnedByTheTwoNearest(int models) throws IOException {
        assertThat(rates("memorized-" + models)[0]).isEqualTo(1);
        assertThat(rates("memorized-" + models)[1]).isGreaterThan(0.99);
        assertThat(rates("learned-" + models)[1]).isZero();
    }

    @ParameterizedTest(name = "{0} training models")
    @CsvSource({"50, 0.99, 1", "1000, 0, 0.01"})
    void flagsAPriorThatMemorizedNothingWhereThereAreFewModels(int models, double least, double most)
            throws IOException {
        assertThat(rates("learned-" + models)[0]).isBetween(least, most);
    }

    /** Of a binomial share; where the expected one is 0 or 1, that of one point in all. */
    private static double twoStandardErrors(double rate) {
        return 2 * Math.max(Math.sqrt(rate * (1 - rate) / POINTS), 1.0 / POINTS);
    }

    /** [population][measure]; the file's header says in its bytes 8 and 9 how long it is. */
    private static double[] rates(String name) throws IOException {
        Path file =
                directory.resolve("out/cases").resolve(name).resolve("nearest-neighbours/nearest-neighbour-rates.npy");
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(10 + bytes.getShort(8));
        double[] numbers = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(numbers);
        return numbers;
    }
}
