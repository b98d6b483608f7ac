package org.rote.plugins.sampler.optimization.quasinewton;

/**
 * A whole search, as SciPy's L-BFGS-B does it: ten pairs, a first step no longer than 1 unless there are bounds on both sides, until the projected gradient is nowhere above 1e-5.
 *
 * @param point where it ended
 * @param iterations steps taken
 * @param evaluations of the function and its gradient
 */
record Minimization(Point point, int iterations, int evaluations) {

    static final double GRADIENT = 1e-5;
    private static final int MOST = 10_000;

    static Minimization of(Objective objective, Box box, double... start) {
        Point point = Point.of(objective, start);
        boolean bounded = Double.isFinite(box.lower()) && Double.isFinite(box.upper());
        double norm = Math.sqrt(Arrays.dot(point.gradient(), point.gradient()));
        Memory memory = Memory.empty(10, bounded ? 1 : Math.max(1, norm));
        QuasiNewton method = new QuasiNewton(objective, box);
        int iterations = 0;
        int evaluations = 1;
        while (box.projectedGradient(point) > GRADIENT && iterations < MOST) {
            QuasiNewton.Step step = method.step(point, memory);
            evaluations += step.evaluations();
            if (step.outcome() != QuasiNewton.Outcome.DECREASED) {
                break;
            }
            iterations++;
            point = step.point();
            memory = step.memory();
        }
        return new Minimization(point, iterations, evaluations);
    }
}
