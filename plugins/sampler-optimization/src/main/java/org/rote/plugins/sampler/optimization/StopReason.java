package org.rote.plugins.sampler.optimization;

import java.util.Arrays;

/** Why a stage ended. */
enum StopReason {
    /** It came to its number of iterations. */
    ITERATIONS(0, "it came to its number of iterations"),
    /** The gradient has fallen below the tolerance. */
    GRADIENT(1, "the gradient fell below gradient-tolerance"),
    /** An iteration hardly changed the objective. */
    DECREASE(2, "an iteration decreased the objective by less than decrease-tolerance"),
    /** No better model along the direction of steepest descent. */
    NO_DECREASE(3, "there was no better model in the direction of steepest descent, to the precision of the operator"),
    /** No model at all along the direction of steepest descent. */
    UNDEFINED(4, "the misfit could not be computed at any model in the direction of steepest descent");

    private final int number;
    private final String sentence;

    StopReason(int number, String sentence) {
        this.number = number;
        this.sentence = sentence;
    }

    static StopReason of(int number) {
        return Arrays.stream(values())
                .filter(reason -> reason.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stop reason has the number " + number));
    }

    /** What stands for it in arrays. */
    int number() {
        return number;
    }

    String sentence() {
        return sentence;
    }
}
