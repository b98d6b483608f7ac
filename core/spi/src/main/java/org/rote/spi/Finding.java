package org.rote.spi;

import java.util.OptionalDouble;

/**
 * One answer of a {@link Diagnostic}.
 *
 * @param name kebab-case; {@code <diagnostic>.<name>} is the key in {@code summary.json}
 * @param value the number or numbers
 * @param unit unit of the value; {@code "1"} where it has none
 * @param threshold where worry begins, if anywhere
 * @param severity how much to worry
 * @param advice what it means and what to do about it, one or two sentences; may be empty for {@link Severity#INFO}
 * @param source the formula's source (author, year, equation); may be empty
 */
public record Finding(
        String name,
        Value value,
        String unit,
        OptionalDouble threshold,
        Severity severity,
        String advice,
        String source) {

    /**
     * A number to know.
     *
     * @param name kebab-case name
     * @param value the number or numbers
     * @param unit unit of the value
     * @param advice what it means
     * @return a finding of severity {@link Severity#INFO} without a threshold
     */
    public static Finding info(String name, Value value, String unit, String advice) {
        return new Finding(name, value, unit, OptionalDouble.empty(), Severity.INFO, advice, "");
    }

    /**
     * A number that should stay below a threshold.
     *
     * @param name kebab-case name
     * @param value the number
     * @param unit unit of the value
     * @param threshold {@link Severity#WARNING} above it
     * @param advice what the number is and what it means above the threshold; shown below it too
     * @return the finding
     */
    public static Finding atMost(String name, double value, String unit, double threshold, String advice) {
        Severity severity = value <= threshold ? Severity.INFO : Severity.WARNING;
        return new Finding(name, Value.of(value), unit, OptionalDouble.of(threshold), severity, advice, "");
    }

    /**
     * The same finding with the source of its formula.
     *
     * @param source author, year, equation
     * @return the finding
     */
    public Finding from(String source) {
        return new Finding(name, value, unit, threshold, severity, advice, source);
    }
}
