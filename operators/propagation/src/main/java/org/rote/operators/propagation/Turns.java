package org.rote.operators.propagation;

import org.rote.operators.propagation.memory.Plan;

/**
 * What a linearization may do at once within its budget.
 *
 * @param plan what is kept of each shot
 * @param order in which to go through the shots
 * @param shots reversed before their gradients are added up; of so many there may be gradients at once
 * @param calls that go through shots at once, others wait; one where not all is kept, as slots in which steps are computed again serve one at a time
 */
record Turns(Plan plan, ShotOrder order, int shots, int calls) {

    /** Gradients of each thread that the plan counts: the one that it works at, and one that waits to be added. */
    private static final int COUNTED = 2;

    /**
     * As much as there is room for.
     *
     * @param plan with at least so much room as one call takes
     * @param order of the shots
     * @param model bytes of a gradient
     * @param change bytes of a change of the model, which each call brings
     */
    static Turns within(Plan plan, ShotOrder order, long model, long change) {
        int threads = order.together();
        int counted = COUNTED * threads;
        long more = Math.max(0, Math.min(order.shots() - counted, plan.spare() / model));
        // As many for each thread, so that none waits for another longer than a shot takes.
        long atOnce = Math.min(order.shots(), (counted + more) / threads * threads);
        long moreBytes = Math.max(0, atOnce - counted) * model;
        long calls =
                plan.keepsEverything() ? 1 + (plan.spare() - moreBytes) / (plan.underWay() + change + moreBytes) : 1;
        return new Turns(plan, order, (int) atOnce, (int) Math.min(Integer.MAX_VALUE, calls));
    }

    /** Gradients that may wait besides those that the plan counts. */
    int overtaking() {
        return Math.max(0, shots - COUNTED * order.together());
    }
}
