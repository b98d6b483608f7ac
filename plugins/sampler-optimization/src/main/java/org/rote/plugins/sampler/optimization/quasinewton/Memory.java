package org.rote.plugins.sampler.optimization.quasinewton;

import java.util.ArrayList;
import java.util.List;

/**
 * What a limited-memory method knows of the curvature: the last m pairs s = x_{k+1} − x_k, y = g_{k+1} − g_k, oldest first, and the curvature θ that it takes for that of every direction not seen.
 * Immutable; the arrays are kept by reference.
 *
 * @param capacity m, the most pairs that are kept
 * @param theta θ, positive
 * @param steps the s
 * @param changes the y
 */
public record Memory(int capacity, double theta, List<double[]> steps, List<double[]> changes) {

    /** Copies the lists. */
    public Memory {
        steps = List.copyOf(steps);
        changes = List.copyOf(changes);
    }

    /**
     * Knows nothing yet.
     *
     * @param capacity the most pairs to keep, at least 1
     * @param theta the curvature to begin with: the first step is P(x − g/θ) − x
     * @return a memory without pairs
     */
    public static Memory empty(int capacity, double theta) {
        return new Memory(capacity, theta, List.of(), List.of());
    }

    /**
     * Takes in a step, unless the function curves downwards along it, sᵀy ≤ ε yᵀy.
     *
     * @param from where the step began
     * @param to where it ended
     * @return the memory with it, and without the oldest where there is no room
     */
    Memory after(Point from, Point to) {
        double[] s = Arrays.minus(to.x(), from.x());
        double[] y = Arrays.minus(to.gradient(), from.gradient());
        double curvature = Arrays.dot(s, y);
        double square = Arrays.dot(y, y);
        if (!(curvature > Math.ulp(1.0) * square)) {
            return this;
        }
        int first = steps.size() == capacity ? 1 : 0;
        List<double[]> moreSteps = new ArrayList<>(steps.subList(first, steps.size()));
        List<double[]> moreChanges = new ArrayList<>(changes.subList(first, changes.size()));
        moreSteps.add(s);
        moreChanges.add(y);
        return new Memory(capacity, square / curvature, moreSteps, moreChanges);
    }

    /**
     * How many pairs there are.
     *
     * @return from 0 to the capacity
     */
    public int size() {
        return steps.size();
    }
}
