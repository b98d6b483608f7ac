package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rote.numerics.TrainingMatrix.Storage;
import org.rote.spi.InvalidInputException;

class TrainingMatrixTest {

    private static final int SEED = 5;

    private static double[][] floats(int count, int dimension, double offset, double spread) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] rows = new double[count][dimension];
        for (double[] row : rows) {
            for (int k = 0; k < dimension; k++) {
                row[k] = (float) (offset + spread * random.nextGaussian());
            }
        }
        return rows;
    }

    private static TrainingMatrix built(TrainingMatrixBuilder builder, double[][] rows) {
        for (double[] row : rows) {
            builder.add(row);
        }
        return builder.build();
    }

    private static void assertHolds(TrainingMatrix matrix, double[][] rows) {
        double[] row = new double[matrix.dimension()];
        for (int n = 0; n < rows.length; n++) {
            matrix.row(n, row);
            assertThat(row).as("row %d, seed %d", n, SEED).isEqualTo(rows[n]);
        }
    }

    @ParameterizedTest
    @EnumSource(Storage.class)
    void givesFloatsBackExactly(Storage storage) {
        double[][] rows = floats(21, 13, 3000, 700);
        assertHolds(built(TrainingMatrix.builder(21, 13, storage), rows), rows);
    }

    @Test
    void centresColumnsOnlyWhereThatIsExact() {
        double[][] rows = {{3000.1f, -1, 5}, {2999.7f, 1, 500}, {3001.2f, 2, 7}};
        SingleRows single = new SingleRows(3, 3);
        for (int n = 0; n < 3; n++) {
            single.write(n, rows[n]);
        }
        TrainingMatrix matrix = built(TrainingMatrix.builder(3, 3, Storage.FLOAT32), rows);
        double[] copy = new double[3];
        matrix.row(1, copy);
        assertThat(copy).isEqualTo(rows[1]);
        SingleRows centred = (SingleRows) matrix.rows();
        assertThat(centred.centre()[0]).isBetween(2999.7, 3001.2);
        assertThat(centred.centre()[1]).as("a column of both signs").isZero();
        assertThat(centred.centre()[2])
                .as("a column with an entry of more than twice the mean")
                .isZero();
    }

    @Test
    void keepsDoublesOfASmallTrainingSet() {
        double[][] rows = {{0.1, 1e-300}, {-2.0 / 3, 1e300}};
        TrainingMatrix matrix = built(TrainingMatrix.builder(2, 2), rows);
        assertThat(matrix.storage()).isEqualTo(Storage.FLOAT64);
        assertHolds(matrix, rows);
    }

    @Test
    void holdsManyFloatsAsFloats() {
        double[][] rows = floats(40, 4000, 2000, 500);
        TrainingMatrix matrix = built(TrainingMatrix.builder(40, 4000), rows);
        assertThat(matrix.storage()).isEqualTo(Storage.FLOAT32);
        assertHolds(matrix, rows);
    }

    @Test
    void turnsToDoublesAtTheFirstRowThatIsNotMadeOfFloats() {
        double[][] rows = floats(40, 4000, 2000, 500);
        rows[25][3999] = 0.1;
        TrainingMatrix matrix = built(TrainingMatrix.builder(40, 4000), rows);
        assertThat(matrix.storage()).isEqualTo(Storage.FLOAT64);
        assertHolds(matrix, rows);
    }

    @Test
    void roundsToFloatsWhenAskedFor() {
        double[][] rows = {{0.1, 3000.0001}};
        TrainingMatrix matrix = built(TrainingMatrix.builder(1, 2, Storage.FLOAT32), rows);
        double[] row = new double[2];
        matrix.row(0, row);
        assertThat(row).containsExactly((float) 0.1, (float) 3000.0001);
    }

    @Test
    void spreadsRowsOverSeveralArrays() {
        double[][] rows = floats(53, 6, 0, 1);
        SingleRows single = new SingleRows(53, 6, 16);
        for (int n = 0; n < 53; n++) {
            single.write(n, rows[n]);
        }
        assertThat(single.contiguous(0)).isEqualTo(16);
        assertThat(single.contiguous(15)).isEqualTo(1);
        assertThat(single.contiguous(50)).isEqualTo(3);
        assertHolds(new TrainingMatrix(single), rows);
        assertHolds(new TrainingMatrix(single.toDoubles(53)), rows);
    }

    @Test
    void arraysStayWithinTheirLimitAtFieldSize() {
        assertThat(Rows.rowsPerArray(10_000, 65_536)).isEqualTo(2048);
        assertThat(Rows.rowsPerArray(5, 3)).isEqualTo(8);
        assertThat(Rows.rowsPerArray(10, 100_000_000)).isEqualTo(8);
    }

    @Test
    void namesTheValueThatIsNotFinite() {
        TrainingMatrixBuilder builder = TrainingMatrix.builder(2, 3);
        builder.add(new double[] {1, 2, 3});
        assertThatThrownBy(() -> builder.add(new double[] {1, Double.NaN, 3}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("training model 1")
                .hasMessageContaining("value 1 must be finite")
                .hasMessageContaining("got NaN");
    }

    @Test
    void refusesWhatDoesNotFitIntoAFloat() {
        TrainingMatrixBuilder builder = TrainingMatrix.builder(1, 1, Storage.FLOAT32);
        assertThatThrownBy(() -> builder.add(new double[] {1e39}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("at most 3.4028234663852886E38 in size, got 1.0E39");
    }

    @Test
    void refusesRowsOfAnotherLengthAndMoreOrFewerThanAnnounced() {
        TrainingMatrixBuilder builder = TrainingMatrix.builder(2, 2);
        assertThatThrownBy(() -> builder.add(new double[3])).hasMessageContaining("has 3 values, expected 2");
        builder.add(new double[2]);
        assertThatThrownBy(builder::build).hasMessageContaining("are 1, fewer than the 2 announced");
        builder.add(new double[2]);
        assertThatThrownBy(() -> builder.add(new double[2])).hasMessageContaining("are more than the 2 announced");
    }

    @Test
    void refusesAnEmptyTrainingSet() {
        assertThatThrownBy(() -> TrainingMatrix.builder(0, 0))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("number of training models")
                .hasMessageContaining("values of a training model");
    }
}
