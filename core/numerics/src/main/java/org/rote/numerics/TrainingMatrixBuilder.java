package org.rote.numerics;

import java.util.Arrays;
import org.rote.numerics.TrainingMatrix.Storage;
import org.rote.spi.Checks;
import org.rote.spi.InvalidInputException;

/** Takes the rows of a {@link TrainingMatrix} one by one, so that no second copy of them is ever held. Not for use by several threads at once. */
public final class TrainingMatrixBuilder {

    /** Up to this many values (1 MiB of doubles) time and memory do not matter, and double it is. */
    static final int SMALL = 1 << 17;

    private static final int LARGEST_DIMENSION = Integer.MAX_VALUE / MatrixKernels.TILE;

    private final boolean mayRound;
    private final double[] least;
    private final double[] greatest;
    private final double[] sum;
    private Rows rows;
    private int added;

    private TrainingMatrixBuilder(int count, int dimension, Storage storage, boolean mayRound) {
        this.mayRound = mayRound;
        this.least = new double[dimension];
        this.greatest = new double[dimension];
        this.sum = new double[dimension];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(greatest, Double.NEGATIVE_INFINITY);
        this.rows = storage == Storage.FLOAT32 ? new SingleRows(count, dimension) : new DoubleRows(count, dimension);
    }

    static TrainingMatrixBuilder automatic(int count, int dimension) {
        check(count, dimension);
        Storage storage = (long) count * dimension <= SMALL ? Storage.FLOAT64 : Storage.FLOAT32;
        return new TrainingMatrixBuilder(count, dimension, storage, false);
    }

    static TrainingMatrixBuilder of(int count, int dimension, Storage storage) {
        check(count, dimension);
        return new TrainingMatrixBuilder(count, dimension, storage, true);
    }

    private static void check(int count, int dimension) {
        new Checks()
                .atLeast("number of training models", count, 1)
                .atLeast("values of a training model", dimension, 1)
                .that(
                        dimension <= LARGEST_DIMENSION,
                        "values of a training model",
                        "must be at most " + LARGEST_DIMENSION + ", got " + dimension,
                        "use a coarser grid")
                .verify();
    }

    /**
     * Adds the next training model.
     *
     * @param row d finite values; not modified, not kept
     * @throws InvalidInputException for a value that is not finite (or too large for a float), with its row and column; for a row of another length; for one row too many
     */
    public void add(double[] row) {
        check(row);
        if (rows instanceof SingleRows single && !mayRound && !madeOfFloats(row)) {
            rows = single.toDoubles(added);
        }
        rows.write(added++, row);
        if (rows.storage() == Storage.FLOAT32) {
            for (int k = 0; k < row.length; k++) {
                least[k] = Math.min(least[k], row[k]);
                greatest[k] = Math.max(greatest[k], row[k]);
                sum[k] += row[k];
            }
        }
    }

    private void check(double[] row) {
        if (added == rows.count()) {
            throw new InvalidInputException(
                    "training models", "are more than the " + added + " announced", "announce as many as there are");
        }
        if (row.length != rows.dimension()) {
            throw new InvalidInputException(
                    "training model " + added,
                    "has " + row.length + " values, expected " + rows.dimension(),
                    "give training models of one size");
        }
        double limit = rows.storage() == Storage.FLOAT32 && mayRound ? Float.MAX_VALUE : Double.MAX_VALUE;
        for (int k = 0; k < row.length; k++) {
            if (!(Math.abs(row[k]) <= limit)) {
                throw new InvalidInputException(
                        "training model " + added,
                        "value " + k + " must be finite and at most " + limit + " in size, got " + row[k],
                        "remove or repair this training model");
            }
        }
    }

    private static boolean madeOfFloats(double[] row) {
        for (double value : row) {
            if ((float) value != value) {
                return false;
            }
        }
        return true;
    }

    /**
     * The matrix. The builder is of no further use.
     *
     * @return the training models added
     * @throws InvalidInputException when fewer rows were added than announced
     */
    public TrainingMatrix build() {
        if (added < rows.count()) {
            throw new InvalidInputException(
                    "training models",
                    "are " + added + ", fewer than the " + rows.count() + " announced",
                    "announce as many as there are");
        }
        if (rows instanceof SingleRows single) {
            double[] centre = new double[rows.dimension()];
            for (int k = 0; k < centre.length; k++) {
                centre[k] = exactCentre((float) (sum[k] / added), (float) least[k], (float) greatest[k]);
            }
            single.centre(centre);
        }
        return new TrainingMatrix(rows);
    }

    /** The mean where x − mean is exact for all x between least and greatest (Sterbenz's lemma: mean/2 ≤ x ≤ 2 mean), or else 0. */
    private static float exactCentre(float mean, float least, float greatest) {
        float half = mean / 2;
        float twice = mean * 2;
        boolean exact = mean > 0 ? half <= least && greatest <= twice : twice <= least && greatest <= half;
        return exact ? mean : 0;
    }
}
