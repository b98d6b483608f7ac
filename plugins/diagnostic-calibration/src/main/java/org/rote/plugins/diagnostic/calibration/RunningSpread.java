package org.rote.plugins.diagnostic.calibration;

/** The standard deviation of each of many numbers over draws that come one by one (Welford, 1962). */
final class RunningSpread {

    private final double[] means;
    private final double[] squares;
    private long count;

    RunningSpread(int size) {
        means = new double[size];
        squares = new double[size];
    }

    /** Takes a draw that begins at a place of an array. */
    void add(double[] values, int from) {
        count++;
        for (int i = 0; i < means.length; i++) {
            double difference = values[from + i] - means[i];
            means[i] += difference / count;
            squares[i] += difference * (values[from + i] - means[i]);
        }
    }

    long count() {
        return count;
    }

    /** Root mean square of all standard deviations; of at least two draws. */
    double rootMeanSquare() {
        double sum = 0;
        for (double square : squares) {
            sum += square;
        }
        return Math.sqrt(sum / (count - 1) / squares.length);
    }
}
