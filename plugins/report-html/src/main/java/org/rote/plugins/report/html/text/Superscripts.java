package org.rote.plugins.report.html.text;

import java.util.ArrayList;
import java.util.List;

/** Raised digits: ⁰¹²³⁴⁵⁶⁷⁸⁹⁻ in strings, plain digits set higher where they are drawn. */
public final class Superscripts {

    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    private static final String PLAIN = "0123456789−";

    private Superscripts() {}

    /**
     * A piece of text that is wholly raised or wholly not.
     *
     * @param text the characters, the raised ones as plain digits and minus sign
     * @param raised whether they are raised
     */
    public record Run(String text, boolean raised) {}

    /**
     * An integer in raised digits.
     *
     * @param number the integer
     * @return for example {@code ⁻³}
     */
    public static String of(int number) {
        StringBuilder raised = new StringBuilder();
        Integer.toString(number).chars().forEach(c -> raised.append(c == '-' ? '⁻' : RAISED.charAt(c - '0')));
        return raised.toString();
    }

    /**
     * Cuts text where it rises and falls.
     *
     * @param text any text
     * @return its pieces in order; none for the empty text
     */
    public static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean raised = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = RAISED.indexOf(c);
            if (run.length() > 0 && raised != digit >= 0) {
                runs.add(new Run(run.toString(), raised));
                run.setLength(0);
            }
            raised = digit >= 0;
            run.append(raised ? PLAIN.charAt(digit) : c);
        }
        if (run.length() > 0) {
            runs.add(new Run(run.toString(), raised));
        }
        return runs;
    }
}
