package org.rote.plugins.sampler.optimization.quasinewton;

/** Standard test functions with their gradients (Moré, Garbow and Hillstrom, 1981, by their numbers there). */
final class Problems {

    private Problems() {}

    /** Residuals r and the products Jᵀ r of a sum of squares. */
    private interface Squares {
        void at(double[] x, double[] r, double[][] jacobian);
    }

    private static Objective squares(int residuals, Squares squares) {
        return (x, gradient) -> {
            double[] r = new double[residuals];
            double[][] jacobian = new double[residuals][x.length];
            squares.at(x, r, jacobian);
            java.util.Arrays.fill(gradient, 0);
            for (int i = 0; i < residuals; i++) {
                for (int j = 0; j < x.length; j++) {
                    gradient[j] += 2 * r[i] * jacobian[i][j];
                }
            }
            return Arrays.dot(r, r);
        };
    }

    /** Σ 100 (x_{2i} − x_{2i−1}²)² + (1 − x_{2i−1})², the extended function, 21; for two unknowns 1. */
    static double rosenbrock(double[] x, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < x.length; i += 2) {
            double t = x[i + 1] - x[i] * x[i];
            double u = 1 - x[i];
            sum += 100 * t * t + u * u;
            gradient[i + 1] = 200 * t;
            gradient[i] = -400 * x[i] * t - 2 * u;
        }
        return sum;
    }

    /** Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)², where every unknown hangs on the next. */
    static double chainedRosenbrock(double[] x, double[] gradient) {
        double sum = 0;
        java.util.Arrays.fill(gradient, 0);
        for (int i = 0; i + 1 < x.length; i++) {
            double t = x[i + 1] - x[i] * x[i];
            double u = 1 - x[i];
            sum += 100 * t * t + u * u;
            gradient[i + 1] += 200 * t;
            gradient[i] += -400 * x[i] * t - 2 * u;
        }
        return sum;
    }

    /** 5. */
    static Objective beale() {
        double[] y = {1.5, 2.25, 2.625};
        return squares(3, (x, r, jacobian) -> {
            for (int i = 0; i < 3; i++) {
                double power = Math.pow(x[1], i);
                r[i] = y[i] - x[0] * (1 - power * x[1]);
                jacobian[i][0] = power * x[1] - 1;
                jacobian[i][1] = x[0] * (i + 1) * power;
            }
        });
    }

    /** 13; its Hessian is singular at the minimum. */
    static Objective powell() {
        return squares(4, (x, r, jacobian) -> {
            double t = x[1] - 2 * x[2];
            double u = x[0] - x[3];
            r[0] = x[0] + 10 * x[1];
            r[1] = Math.sqrt(5) * (x[2] - x[3]);
            r[2] = t * t;
            r[3] = Math.sqrt(10) * u * u;
            jacobian[0] = new double[] {1, 10, 0, 0};
            jacobian[1] = new double[] {0, 0, Math.sqrt(5), -Math.sqrt(5)};
            jacobian[2] = new double[] {0, 2 * t, -4 * t, 0};
            jacobian[3] = new double[] {2 * Math.sqrt(10) * u, 0, 0, -2 * Math.sqrt(10) * u};
        });
    }

    /** 14. */
    static Objective wood() {
        return squares(6, (x, r, jacobian) -> {
            r[0] = 10 * (x[1] - x[0] * x[0]);
            r[1] = 1 - x[0];
            r[2] = Math.sqrt(90) * (x[3] - x[2] * x[2]);
            r[3] = 1 - x[2];
            r[4] = Math.sqrt(10) * (x[1] + x[3] - 2);
            r[5] = (x[1] - x[3]) / Math.sqrt(10);
            jacobian[0] = new double[] {-20 * x[0], 10, 0, 0};
            jacobian[1] = new double[] {-1, 0, 0, 0};
            jacobian[2] = new double[] {0, 0, -2 * Math.sqrt(90) * x[2], Math.sqrt(90)};
            jacobian[3] = new double[] {0, 0, -1, 0};
            jacobian[4] = new double[] {0, Math.sqrt(10), 0, Math.sqrt(10)};
            jacobian[5] = new double[] {0, 1 / Math.sqrt(10), 0, -1 / Math.sqrt(10)};
        });
    }

    /** 7, the helical valley; the angle has a cut where x₁ is negative and x₂ changes its sign, which searches from the usual start cross. */
    static Objective helix() {
        return squares(3, (x, r, jacobian) -> {
            double turns = Math.atan2(x[1], x[0]) / (2 * Math.PI);
            double radius = Math.hypot(x[0], x[1]);
            double square = 2 * Math.PI * radius * radius;
            r[0] = 10 * (x[2] - 10 * turns);
            r[1] = 10 * (radius - 1);
            r[2] = x[2];
            jacobian[0] = new double[] {100 * x[1] / square, -100 * x[0] / square, 10};
            jacobian[1] = new double[] {10 * x[0] / radius, 10 * x[1] / radius, 0};
            jacobian[2] = new double[] {0, 0, 1};
        });
    }

    /** ½ Σ a_i (x_i − c_i)² + 0.05 (Σ x_i)², a_i = 1 + i, c_i = ±2 or ±0.3: half of its unknowns end at bounds of ±1. */
    static double quadratic(double[] x, double[] gradient) {
        double total = java.util.Arrays.stream(x).sum();
        double sum = 0.05 * total * total;
        for (int i = 0; i < x.length; i++) {
            double centre = (i % 2 == 0 ? 2 : 0.3) * (i % 3 == 0 ? -1 : 1);
            double t = x[i] - centre;
            sum += 0.5 * (1 + i) * t * t;
            gradient[i] = (1 + i) * t + 0.1 * total;
        }
        return sum;
    }

    /** A point repeated. */
    static double[] repeated(int times, double... values) {
        double[] x = new double[times * values.length];
        java.util.Arrays.setAll(x, i -> values[i % values.length]);
        return x;
    }
}
