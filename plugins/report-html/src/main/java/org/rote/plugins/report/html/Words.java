package org.rote.plugins.report.html;

import java.util.Arrays;
import org.rote.plugins.report.html.text.Numbers;
import org.rote.plugins.report.html.text.Units;
import org.rote.spi.Finding;
import org.rote.spi.Severity;
import org.rote.spi.Value;

/** Small phrases that several sections use. */
final class Words {

    private Words() {}

    /** A count and its noun in the right number. */
    static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** A value with its unit: the number, or how many numbers and between which. */
    static String value(Value value, String unit) {
        String shown = Units.show(unit);
        String suffix = shown.isEmpty() ? "" : " " + shown;
        return (value.isScalar() ? Numbers.of(value.values()[0]) : range(value)) + suffix;
    }

    private static String range(Value value) {
        double[] finite =
                Arrays.stream(value.values()).filter(Double::isFinite).sorted().toArray();
        String shape = Arrays.stream(value.shape())
                .mapToObj(Integer::toString)
                .reduce((a, b) -> a + " × " + b)
                .orElse("");
        String numbers = shape + (value.shape().length == 1 && value.values().length == 1 ? " number" : " numbers");
        return finite.length == 0
                ? numbers
                : numbers + ", " + Numbers.of(finite[0]) + " to " + Numbers.of(finite[finite.length - 1]);
    }

    /** What to know about a finding besides its value: meaning, threshold, source. */
    static String remarks(Finding finding) {
        StringBuilder remarks = new StringBuilder(finding.advice());
        finding.threshold()
                .ifPresent(threshold -> remarks.append(remarks.length() == 0 ? "" : "\n")
                        .append("Threshold: ")
                        .append(value(Value.of(threshold), finding.unit()))
                        .append('.'));
        if (!finding.source().isEmpty()) {
            remarks.append(remarks.length() == 0 ? "" : "\n").append("Source: ").append(finding.source());
        }
        return remarks.toString();
    }

    /** The sign of a severity, told apart by shape; empty for what needs none. */
    static String sign(Severity severity) {
        return switch (severity) {
            case INFO -> "";
            case WARNING -> "▲";
            case ERROR -> "■";
        };
    }

    /** The word for a severity; empty for what needs none. */
    static String word(Severity severity) {
        return switch (severity) {
            case INFO -> "";
            case WARNING -> "Warning";
            case ERROR -> "Error";
        };
    }

    /** The class of the style sheet for a severity. */
    static String style(Severity severity) {
        return switch (severity) {
            case INFO -> "info";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }
}
