package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rote.numerics.Scenario.SEED;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rote.numerics.TrainingMatrix.Storage;
import org.rote.spi.InvalidInputException;
import org.rote.spi.RunExecutor;

/** Products with the Jacobian of the denoiser against plain sums in double. */
class ScatterProductsTest {

    /** Sums of at most 3 000 terms in double, in another order. */
    private static final double DOUBLE = 1e-11;

    /** Responsibilities in single precision are right to 1e-4, as the documentation of the score says; the sums are double. */
    private static final double SINGLE = 4e-4;

    static Stream<Scenario> scenarios() {
        return MemorizedScoreTest.scenarios();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void agreeWithPlainSums(Scenario s) {
        check(s, Storage.FLOAT64, DOUBLE);
        check(s, Storage.FLOAT32, SINGLE);
    }

    private static void check(Scenario s, Storage storage, double tolerance) {
        double[] directions = directions(s);
        double[] given = directions.clone();
        double[] products = new double[directions.length];
        Arrays.fill(products, Double.NaN);
        MemorizedScoreTest.score(s, storage).denoiserJacobian(s.states(), directions, s.count(), s.sigma(), products);
        assertThat(directions).isEqualTo(given);
        double[] responsibilities = new Scenario.Reference(s).responsibilities;
        for (int b = 0; b < s.count(); b++) {
            double[] v = slice(directions, s, b);
            double[] expected = new double[s.dimension()];
            double size = addTo(expected, s, b, v, responsibilities);
            double error = Vectors.norm(Vectors.minus(slice(products, s, b), expected));
            assertThat(error)
                    .as("%s, %s, state %d, seed %d", s.name(), storage, b, SEED)
                    .isLessThanOrEqualTo(tolerance * size + floor(s, storage) * Vectors.norm(v));
        }
    }

    /** What is left where the covariance vanishes: the squared error of D over σ², by the bound of {@link MemorizedScore}. */
    private static double floor(Scenario s, Storage storage) {
        double norm = Arrays.stream(s.models()).mapToDouble(Vectors::norm).max().orElseThrow();
        double error = (storage == Storage.FLOAT32 ? 300 * 0x1p-24 : 1e-15) * norm / s.sigma();
        return error * error + 1e-18;
    }

    /** Adds Σ r (x − D) ((x − D)·v)/σ² and gives Σ r |x − D|² |v|/σ². */
    private static double addTo(double[] sum, Scenario s, int b, double[] v, double[] responsibilities) {
        double[] denoised = new double[s.dimension()];
        for (int n = 0; n < s.models().length; n++) {
            Vectors.add(denoised, responsibilities[b * s.models().length + n], s.models()[n]);
        }
        double size = 0;
        for (int n = 0; n < s.models().length; n++) {
            double weight = responsibilities[b * s.models().length + n] / (s.sigma() * s.sigma());
            double[] deviation = Vectors.minus(s.models()[n], denoised);
            Vectors.add(sum, weight * Vectors.dot(deviation, v), deviation);
            size += weight * Vectors.dot(deviation, deviation) * Vectors.norm(v);
        }
        return size;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void areTheSameBitsAloneAndOnThreeThreads(Scenario s) {
        double[] directions = directions(s);
        for (Storage storage : Storage.values()) {
            TrainingMatrix matrix = MemorizedScoreTest.matrix(s, storage);
            MemorizedScore serial = new MemorizedScore(matrix, s.logWeights(), RunExecutor.SERIAL);
            MemorizedScore threaded = new MemorizedScore(matrix, s.logWeights(), new MemorizedScoreTest.Threads(3));
            double[] together = new double[directions.length];
            double[] parallel = new double[directions.length];
            serial.denoiserJacobian(s.states(), directions, s.count(), s.sigma(), together);
            threaded.denoiserJacobian(s.states(), directions, s.count(), s.sigma(), parallel);
            assertThat(parallel).as("%s, %s", s.name(), storage).isEqualTo(together);
            double[] alone = new double[s.dimension()];
            int last = s.count() - 1;
            serial.denoiserJacobian(slice(s.states(), s, last), slice(directions, s, last), 1, s.sigma(), alone);
            assertThat(alone).as("%s, %s, alone", s.name(), storage).isEqualTo(slice(together, s, last));
        }
    }

    @Test
    void refuseDirectionsThatAreTooShort() {
        Scenario s = scenarios().findFirst().orElseThrow();
        MemorizedScore score = MemorizedScoreTest.score(s, Storage.FLOAT64);
        assertThatThrownBy(() -> score.denoiserJacobian(
                        s.states(), new double[3], s.count(), 1, s.states().clone()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("directions: array of 3 values for 13 x 700");
    }

    private static double[] directions(Scenario s) {
        SplittableRandom random = new SplittableRandom(SEED + 2);
        return random.doubles(s.states().length, -1, 1).toArray();
    }

    private static double[] slice(double[] values, Scenario s, int b) {
        return Arrays.copyOfRange(values, b * s.dimension(), (b + 1) * s.dimension());
    }
}
