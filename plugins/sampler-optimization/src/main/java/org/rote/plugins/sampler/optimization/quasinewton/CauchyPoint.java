package org.rote.plugins.sampler.optimization.quasinewton;

import java.util.stream.IntStream;

/**
 * The first minimum of the quadratic model along the path of steepest descent that is bent at the bounds, P(x − t g) for t from 0 (Byrd, Lu, Nocedal and Zhu, 1995, algorithm CP). It settles which bounds are
 * active. Cost: a sort of the components that can reach a bound, and m² operations for each that does.
 *
 * @param x the point
 * @param c Wᵀ (x − start)
 */
record CauchyPoint(double[] x, double[] c) {

    /** Finds it. */
    static CauchyPoint of(QuadraticModel model, Box box, Point start) {
        return new Search(model, box, start).run();
    }

    private static final class Search {

        private final QuadraticModel model;
        private final Box box;
        private final double[] start;
        private final double[] gradient;
        private final double[] direction;
        private final double[] breaks;
        private final double[] x;
        private final double[] c;
        private double[] p;
        private double slope;
        private double curvature;
        private final double leastCurvature;

        Search(QuadraticModel model, Box box, Point point) {
            this.model = model;
            this.box = box;
            this.start = point.x();
            this.gradient = point.gradient();
            this.x = start.clone();
            this.c = new double[model.rank()];
            this.breaks = new double[start.length];
            this.direction = new double[start.length];
            for (int i = 0; i < start.length; i++) {
                breaks[i] = gradient[i] < 0
                        ? (start[i] - box.upper()) / gradient[i]
                        : gradient[i] > 0 ? (start[i] - box.lower()) / gradient[i] : Double.POSITIVE_INFINITY;
                direction[i] = breaks[i] > 0 ? -gradient[i] : 0;
            }
            this.p = model.project(direction);
            this.slope = -Arrays.dot(direction, direction);
            this.curvature = -model.theta() * slope - Arrays.dot(p, model.middle(p));
            this.leastCurvature = -Math.ulp(1.0) * model.theta() * slope;
        }

        CauchyPoint run() {
            int[] order = IntStream.range(0, breaks.length)
                    .filter(i -> breaks[i] > 0 && breaks[i] < Double.POSITIVE_INFINITY)
                    .boxed()
                    .sorted((a, b) -> Double.compare(breaks[a], breaks[b]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            double time = 0;
            for (int b : order) {
                double interval = breaks[b] - time;
                if (toMinimum() < interval) {
                    break;
                }
                reach(b, interval);
                time = breaks[b];
            }
            double last = toMinimum();
            for (int i = 0; i < x.length; i++) {
                x[i] = direction[i] == 0 ? x[i] : box.nearest(start[i] + (time + last) * direction[i]);
            }
            move(last);
            return new CauchyPoint(x, c);
        }

        private double toMinimum() {
            return slope < 0 ? -slope / Math.max(curvature, leastCurvature) : 0;
        }

        /** Component b comes to its bound and stays there. */
        private void reach(int b, double interval) {
            double g = gradient[b];
            x[b] = direction[b] > 0 ? box.upper() : box.lower();
            move(interval);
            double[] w = model.row(b);
            double[] weighted = model.middle(w);
            slope += interval * curvature + g * g + model.theta() * g * (x[b] - start[b]) - g * Arrays.dot(weighted, c);
            curvature -= g * (model.theta() * g + 2 * Arrays.dot(weighted, p) + g * Arrays.dot(weighted, w));
            double[] next = p.clone();
            for (int k = 0; k < next.length; k++) {
                next[k] += g * w[k];
            }
            p = next;
            direction[b] = 0;
        }

        private void move(double interval) {
            for (int k = 0; k < c.length; k++) {
                c[k] += interval * p[k];
            }
        }
    }
}
