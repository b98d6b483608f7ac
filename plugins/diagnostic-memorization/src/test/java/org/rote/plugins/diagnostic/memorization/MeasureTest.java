package org.rote.plugins.diagnostic.memorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.numerics.NearestModels;
import org.rote.numerics.Neighbours;
import org.rote.numerics.TrainingMatrix;
import org.rote.numerics.TrainingMatrixBuilder;
import org.rote.spi.RunExecutor;
import org.rote.testkit.ReferenceNumbers;

/** Against the published code, whose distances were recomputed there without cancellation. */
final class MeasureTest {

    private static final double PUBLISHED = 1e-10;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void givesThePublishedRatios(int number) {
        ReferenceNumbers reference = ReferenceNumbers.shared("memorization.json");
        double[][] train = reference.at("train").rows();
        double[][] samples = reference.at("samples").rows();
        ReferenceNumbers expected = reference.at("cases", number);
        int count = (int) expected.at("n_train").number();
        TrainingMatrixBuilder builder = TrainingMatrix.builder(count, train[0].length);
        Arrays.stream(train).limit(count).forEach(builder::add);
        double[] points = Arrays.stream(samples).flatMapToDouble(Arrays::stream).toArray();
        Neighbours found = new NearestModels(builder.build(), RunExecutor.SERIAL)
                .find(points, samples.length, (int) expected.at("k").number());
        assertThat(found.k()).isEqualTo((int) expected.at("k_effective").number());
        for (int s = 0; s < samples.length; s++) {
            assertThat(Measure.RATIO_TO_MEAN.of(found, s))
                    .as("sample %d", s)
                    .isCloseTo(expected.at("ratio_exact_direct_distances").numbers()[s], within(PUBLISHED));
            assertThat(found.distance(s, 0))
                    .as("sample %d", s)
                    .isCloseTo(expected.at("nn_distance_exact").numbers()[s], within(PUBLISHED));
            assertThat(found.model(s, 0))
                    .isEqualTo((int) expected.at("nn_index_exact").numbers()[s]);
        }
    }
}
