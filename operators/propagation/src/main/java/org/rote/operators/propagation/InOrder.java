package org.rote.operators.propagation;

import java.util.HashMap;
import java.util.Map;

/** Adds up arrays in the order of their numbers, whichever is there first, so that the sum has the same bits each time. Those that are early wait. */
final class InOrder {

    private final double[] sum;
    private final Map<Integer, double[]> early = new HashMap<>();
    private int next;

    InOrder(double[] sum) {
        this.sum = sum;
    }

    /**
     * Adds, or keeps for later.
     *
     * @param number from 0, each once
     * @param values not touched by the caller afterwards
     */
    synchronized void add(int number, double[] values) {
        early.put(number, values);
        for (double[] ready = early.remove(next); ready != null; ready = early.remove(next)) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += ready[i];
            }
            next++;
        }
    }
}
