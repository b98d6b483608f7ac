package org.rote.plugins.diagnostic.memorization;

import org.rote.numerics.Neighbours;

/**
 * How much closer a point is to its nearest training model than to others: a ratio that is 0 for a copy, and below a threshold where the point counts as memorized. d_j is the distance to the j-th nearest of k.
 */
enum Measure {
    /** d₁ / mean(d₂ … d_k), the measure published with arXiv 2603.19629 (Siahkoohi and Sabeddu, 2026). */
    RATIO_TO_MEAN("ratio-to-mean", "d1 / mean(d2 … dk)", 0.7, "Siahkoohi & Sabeddu (2026), published code") {
        @Override
        double of(Neighbours neighbours, int point) {
            return quotient(neighbours.distance(point, 0), mean(neighbours, point, 1));
        }
    },
    /** d₁ / d₂ (Yoon, Choi, Kwon and Ryu, 2023). */
    RATIO_TO_SECOND("ratio-to-second", "d1 / d2", 1 / 3.0, "Yoon et al. (2023)") {
        @Override
        double of(Neighbours neighbours, int point) {
            return quotient(neighbours.distance(point, 0), neighbours.distance(point, 1));
        }
    },
    /** d₁ / (½ mean(d₁ … d_k)): distances calibrated by those of the neighbourhood, with α = ½ (Carlini et al., 2023). */
    CALIBRATED("calibrated", "d1 / (α mean(d1 … dk)), α = 1/2", 1, "Carlini et al. (2023), α = 0.5") {
        @Override
        double of(Neighbours neighbours, int point) {
            return quotient(neighbours.distance(point, 0), ALPHA * mean(neighbours, point, 0));
        }
    };

    private static final double ALPHA = 0.5;

    private final String key;
    private final String formula;
    private final double threshold;
    private final String source;

    Measure(String key, String formula, double threshold, String source) {
        this.key = key;
        this.formula = formula;
        this.threshold = threshold;
        this.source = source;
    }

    /** For names of findings. */
    String key() {
        return key;
    }

    /** In words. */
    String formula() {
        return formula;
    }

    /** Below it a point counts as memorized. */
    double threshold() {
        return threshold;
    }

    String source() {
        return source;
    }

    /**
     * The ratio of one point.
     *
     * @param neighbours of some points
     * @param point number of the point
     * @return at least 0; 0 for a copy, whatever its other neighbours are
     */
    abstract double of(Neighbours neighbours, int point);

    private static double quotient(double nearest, double others) {
        return nearest == 0 ? 0 : nearest / others;
    }

    private static double mean(Neighbours neighbours, int point, int first) {
        double sum = 0;
        for (int j = first; j < neighbours.k(); j++) {
            sum += neighbours.distance(point, j);
        }
        return sum / (neighbours.k() - first);
    }
}
