package org.rote.engine.solo;

/**
 * One line of what {@code rote verify} finds.
 *
 * @param name what was checked
 * @param value what came out
 * @param expected what should have come out
 * @param tolerance how far the value may be from it
 */
public record Check(String name, double value, double expected, double tolerance) {

    /**
     * Whether the value is near enough.
     *
     * @return false for NaN
     */
    public boolean passed() {
        return Math.abs(value - expected) <= tolerance;
    }
}
