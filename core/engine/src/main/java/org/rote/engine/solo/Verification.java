package org.rote.engine.solo;

import java.util.List;

/**
 * What checks of an operator came to.
 *
 * @param around the model around which it was checked, in words
 * @param checks the checks
 */
public record Verification(String around, List<Check> checks) {

    /** Copies the list. */
    public Verification {
        checks = List.copyOf(checks);
    }

    /**
     * Whether all passed.
     *
     * @return true when every check did
     */
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }

    /**
     * One check.
     *
     * @param name what was compared, in a few words
     * @param value what came out
     * @param expected what it should be
     * @param tolerance how far from it the value may be
     * @param passed whether it is within
     * @param meaning what the value is, as a formula
     */
    public record Check(String name, double value, double expected, double tolerance, boolean passed, String meaning) {

        /** A value that should be within a tolerance of what is expected; NaN never is. */
        static Check near(String name, double value, double expected, double tolerance, String meaning) {
            boolean passed = Math.abs(value - expected) <= tolerance;
            return new Check(name, value, expected, tolerance, passed, meaning);
        }

        /** A value that should not be smaller than what is expected by more than a tolerance. */
        static Check atLeast(String name, double value, double expected, double tolerance, String meaning) {
            return new Check(name, value, expected, tolerance, value >= expected - tolerance, meaning);
        }
    }
}
