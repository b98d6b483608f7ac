package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.InvalidInputException;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.ThreadedExecutor;

class TrainingModelsTest {

    private static final Space VELOCITY =
            new Space(List.of(Axis.metres("x", 2, 10)), "velocity", "m/s", Element.FLOAT32);

    private static TrainingModels read(double[]... models) {
        return TrainingModels.read(
                InMemoryDataset.of(models), Space.vector(models[0].length), RunExecutor.SERIAL, "training");
    }

    @Test
    void keepsEveryModelAsItIs() {
        TrainingModels models = read(new double[] {1, 0.1}, new double[] {3000.7, -2});
        double[] out = new double[2];

        models.atom(0, out);
        assertThat(out).containsExactly(1, 0.1);
        models.atom(1, out);
        assertThat(out).containsExactly(3000.7, -2);
        assertThat(models.count()).isEqualTo(2);
        assertThat(models.logWeight(1)).isEqualTo(-Math.log(2));
    }

    @Test
    void identityIsTheHashOfTheModelsAsLittleEndianDoubles() {
        // sha256 of struct.pack('<3d', 1.0, 0.1, -2.0)
        assertThat(read(new double[] {1}, new double[] {0.1}, new double[] {-2}).identity())
                .isEqualTo("803c34afb6d58f871a974ecb2c0cd32aa93b5aeef806527db0a98ebee4d8cacb");
    }

    @Test
    void areTheSameHoweverManyAreReadAtOnce() {
        double[][] models =
                IntStream.range(0, 11).mapToObj(n -> new double[] {n, 0.1 * n}).toArray(double[][]::new);
        TrainingModels one = read(models);
        double[] out = new double[2];

        for (int threads : new int[] {2, 3, 16}) {
            TrainingModels several = TrainingModels.read(
                    InMemoryDataset.of(models), Space.vector(2), new ThreadedExecutor(threads), "training");

            assertThat(several.identity()).isEqualTo(one.identity());
            several.atom(10, out);
            assertThat(out).containsExactly(models[10]);
        }
    }

    @Test
    void identityDependsOnTheOrder() {
        assertThat(read(new double[] {1}, new double[] {2}).identity())
                .isNotEqualTo(read(new double[] {2}, new double[] {1}).identity());
    }

    @Test
    void countsCopies() {
        assertThat(read(new double[] {1, 2}, new double[] {2, 1}).copies()).isZero();
        assertThat(read(new double[] {1, 2}, new double[] {1, 2}, new double[] {3, 4}, new double[] {1, 2})
                        .copies())
                .isEqualTo(2);
    }

    @Test
    void takesOtherWeights() {
        TrainingModels models = read(new double[] {1}, new double[] {2});
        TrainingModels weighted = models.weighted(Weights.ofLogs(new double[] {0, Math.log(3)}));

        assertThat(weighted.logWeight(1)).isCloseTo(Math.log(0.75), within(1e-15));
        assertThat(weighted.identity()).isEqualTo(models.identity());
        assertThat(weighted.matrix()).isSameAs(models.matrix());
        assertThatThrownBy(() -> models.weighted(Weights.uniform(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("weights=3 for models=2");
    }

    @Test
    void copiesAtomsOnlyWhereItMust() {
        TrainingModels models = read(new double[] {1}, new double[] {2});

        assertThat(TrainingModels.of(models, 1)).isSameAs(models);
    }

    @Test
    void rejectsTooFewModels() {
        assertThatThrownBy(() -> TrainingModels.read(
                        new InMemoryDataset(Space.vector(1)), Space.vector(1), RunExecutor.SERIAL, "training"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "training: holds no model "
                                + "(give at least two models; around a single one, use the prior \"gaussian\" with it as mean)");
        assertThatThrownBy(() -> read(new double[] {1}))
                .hasMessage(
                        "training: holds a single model, of which there is nothing to learn but itself "
                                + "(give at least two models; around a single one, use the prior \"gaussian\" with it as mean)");
    }

    @Test
    void namesTheValueThatIsNotFinite() {
        assertThatThrownBy(() -> read(new double[] {1, 2}, new double[] {3, Double.NaN}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("training: model 1 has NaN at index 1 (remove or repair the model)");
    }

    @Test
    void rejectsModelsOfAnotherSpace() {
        assertThatThrownBy(() -> TrainingModels.read(
                        InMemoryDataset.of(new double[] {1}, new double[] {2}),
                        VELOCITY,
                        RunExecutor.SERIAL,
                        "training"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("training: expected velocity in m/s, x 2 (step 10.0 m), got value, component 1"
                        + " (give models for the space of this study: velocity in m/s, x 2 (step 10.0 m))");
    }
}
