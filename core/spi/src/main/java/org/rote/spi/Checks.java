package org.rote.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects what is wrong with a config record in its compact constructor and reports all of it at once:
 *
 * <pre>{@code
 * public record SmoothingConfig(double sigma, int count) {
 *     public SmoothingConfig {
 *         new Checks().positive("sigma", sigma).atLeast("count", count, 1).verify();
 *     }
 * }
 * }</pre>
 */
public final class Checks {

    private final List<Problem> problems = new ArrayList<>();

    /** Begins with nothing wrong. */
    public Checks() {}

    /**
     * The value must be finite and greater than 0.
     *
     * @param key the component's name in kebab-case
     * @param value its value
     * @return this
     */
    public Checks positive(String key, double value) {
        return that(
                value > 0 && Double.isFinite(value),
                key,
                "must be greater than 0, got " + value,
                "give a positive number");
    }

    /**
     * The value must be finite.
     *
     * @param key the component's name in kebab-case
     * @param value its value
     * @return this
     */
    public Checks finite(String key, double value) {
        return that(Double.isFinite(value), key, "must be finite, got " + value, "give a finite number");
    }

    /**
     * The value must not be less than a bound.
     *
     * @param key the component's name in kebab-case
     * @param value its value
     * @param least the bound
     * @return this
     */
    public Checks atLeast(String key, long value, long least) {
        return that(value >= least, key, "must be at least " + least + ", got " + value, "give " + least + " or more");
    }

    /**
     * The list must not be empty.
     *
     * @param key the component's name in kebab-case
     * @param values its value
     * @return this
     */
    public Checks notEmpty(String key, List<?> values) {
        return that(!values.isEmpty(), key, "must not be empty", "give at least one");
    }

    /**
     * Any other condition.
     *
     * @param holds whether it holds
     * @param key the component's name in kebab-case
     * @param what what is wrong when it does not, with the value
     * @param fix what to do about it
     * @return this
     */
    public Checks that(boolean holds, String key, String what, String fix) {
        if (!holds) {
            problems.add(new Problem(key, what, fix));
        }
        return this;
    }

    /**
     * Ends the checks.
     *
     * @throws InvalidInputException when anything was wrong
     */
    public void verify() {
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }
}
