package org.rote.plugins.sampler.optimization.quasinewton;

/** A function to make small, with its gradient. */
@FunctionalInterface
public interface Objective {

    /**
     * Evaluates f(x) and ∇f(x).
     *
     * @param x the point; not modified
     * @param gradient receives the gradient; overwritten whole where f is finite
     * @return f(x); anything that is not finite where the function has no value: the search then stays nearer to where it came from
     */
    double at(double[] x, double[] gradient);
}
