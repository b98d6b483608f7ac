package org.rote.plugins.diagnostic.comparison;

import java.util.Arrays;
import org.rote.numerics.Vectors;
import org.rote.numerics.Weights;
import org.rote.spi.Atoms;

/**
 * The root of the mean over all values of their variance among draws, one pass (Welford, 1962), with sums over parts put together (Chan, Golub &amp; LeVeque, 1983).
 */
final class Spread {

    private final double[] mean;
    private long count;
    private double squares;

    Spread(int size) {
        mean = new double[size];
    }

    void accept(double[] draw) {
        count++;
        for (int i = 0; i < mean.length; i++) {
            double step = draw[i] - mean[i];
            mean[i] += step / count;
            squares += step * (draw[i] - mean[i]);
        }
    }

    /** Takes all that another one has seen. */
    void accept(Spread other) {
        if (other.count == 0) {
            return;
        }
        double share = (double) other.count / (count + other.count);
        double[] step = Vectors.minus(other.mean, mean);
        squares += other.squares + share * count * Vectors.dot(step, step);
        Vectors.add(mean, share, step);
        count += other.count;
    }

    /** Numbers in a draw. */
    int size() {
        return mean.length;
    }

    long count() {
        return count;
    }

    /** The root-mean-square standard deviation; zero for fewer than two draws. */
    double value() {
        return count < 2 ? 0 : Math.sqrt(squares / (count - 1) / mean.length);
    }

    /** That of a distribution of finite support, without drawing from it. */
    static double of(Atoms atoms, int size) {
        double[] logs = new double[atoms.count()];
        Arrays.setAll(logs, atoms::logWeight);
        Weights weights = Weights.ofLogs(logs);
        double[] mean = new double[size];
        double[] atom = new double[size];
        for (int n = 0; n < weights.count(); n++) {
            atoms.atom(n, atom);
            Vectors.add(mean, weights.at(n), atom);
        }
        double squares = 0;
        for (int n = 0; n < weights.count(); n++) {
            atoms.atom(n, atom);
            squares += weights.at(n) * Vectors.squaredDistance(atom, mean);
        }
        return Math.sqrt(squares / size);
    }
}
