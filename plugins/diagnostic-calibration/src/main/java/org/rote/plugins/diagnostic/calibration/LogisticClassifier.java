package org.rote.plugins.diagnostic.calibration;

import java.util.Arrays;
import org.rote.numerics.Cholesky;

/**
 * Logistic regression of labels on coordinates and their squares, so that both a shift and a change of width are seen, with a penalty of ½ ‖coefficients‖² (ridge). Newton's method, which converges from zero because steps are
 * halved until the penalised likelihood grows. Cost: p² operations for each point, p³/3 for each of some ten steps, with p = 1 + 2 d.
 */
final class LogisticClassifier {

    private static final int MOST_STEPS = 50;
    private static final int MOST_HALVINGS = 20;
    private static final double CONVERGED = 1e-8;

    private final double[] coefficients;

    private LogisticClassifier(double[] coefficients) {
        this.coefficients = coefficients;
    }

    /**
     * Learns to tell two samples apart.
     *
     * @param points standardised
     * @param labels of each
     */
    static LogisticClassifier trained(double[][] points, boolean[] labels) {
        double[][] features =
                Arrays.stream(points).map(LogisticClassifier::features).toArray(double[][]::new);
        double[] coefficients = new double[features[0].length];
        double value = objective(coefficients, features, labels);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = direction(coefficients, features, labels);
            double size = Math.sqrt(dot(direction, direction));
            double factor = 1;
            double[] next = moved(coefficients, direction, factor);
            double better = objective(next, features, labels);
            for (int h = 0; h < MOST_HALVINGS && better < value; h++) {
                factor /= 2;
                next = moved(coefficients, direction, factor);
                better = objective(next, features, labels);
            }
            if (better < value) {
                break;
            }
            coefficients = next;
            value = better;
            if (size < CONVERGED) {
                break;
            }
        }
        return new LogisticClassifier(coefficients);
    }

    private static double[] features(double[] point) {
        double[] features = new double[1 + 2 * point.length];
        features[0] = 1;
        for (int i = 0; i < point.length; i++) {
            features[1 + 2 * i] = point[i];
            features[2 + 2 * i] = point[i] * point[i] - 1;
        }
        return features;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] moved(double[] from, double[] direction, double factor) {
        double[] to = from.clone();
        Arrays.setAll(to, i -> from[i] + factor * direction[i]);
        return to;
    }

    private static double objective(double[] coefficients, double[][] features, boolean[] labels) {
        double sum = -0.5 * dot(coefficients, coefficients);
        for (int k = 0; k < features.length; k++) {
            double logit = dot(coefficients, features[k]) * (labels[k] ? 1 : -1);
            sum -= Math.max(0, -logit) + Math.log1p(Math.exp(-Math.abs(logit)));
        }
        return sum;
    }

    private static double[] direction(double[] coefficients, double[][] features, boolean[] labels) {
        int size = coefficients.length;
        double[] gradient = new double[size];
        double[] curvature = new double[size * size];
        for (int i = 0; i < size; i++) {
            gradient[i] = -coefficients[i];
            curvature[i * size + i] = 1;
        }
        for (int k = 0; k < features.length; k++) {
            double probability = 1 / (1 + Math.exp(-dot(coefficients, features[k])));
            double residual = (labels[k] ? 1 : 0) - probability;
            double weight = probability * (1 - probability);
            for (int i = 0; i < size; i++) {
                gradient[i] += residual * features[k][i];
                double factor = weight * features[k][i];
                for (int j = 0; j < size; j++) {
                    curvature[i * size + j] += factor * features[k][j];
                }
            }
        }
        double[] direction = new double[size];
        Cholesky.of(size, curvature).solve(gradient, direction);
        return direction;
    }

    /** Which sample a point looks like. */
    boolean label(double[] point) {
        return dot(coefficients, features(point)) > 0;
    }
}
