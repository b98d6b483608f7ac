package org.rote.plugins.report.html.picture;

import java.util.ArrayList;
import java.util.List;
import org.rote.plugins.report.html.text.Superscripts;

/** How wide text will be in a picture, and how it is cut and broken to fit. The widths are those of Helvetica and the fonts that share them. */
final class Lettering {

    /** Widths of the characters from space to tilde, in thousandths of the font size. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556, 556, 556,
        556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722,
                778, 667, 778,
        722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
                556, 222, 222,
        500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
    };
    /** Greek, mathematical signs and accented letters. */
    private static final int OTHER = 600;
    /** Chinese, Japanese and Korean characters are square. */
    private static final int SQUARE_FROM = 0x2E80;
    /** Where none of the fonts is there, the one that stands in may be a little wider. */
    private static final double SAFETY = 1.05;

    /** Raised digits, in font sizes: how large, and how far above the base line. */
    static final double RAISED_SIZE = 0.72;

    static final double RAISED_BY = 0.38;

    private Lettering() {}

    /** Width in pixels, rather too much than too little. */
    static double width(String text, double size) {
        double width = 0;
        for (Superscripts.Run run : Superscripts.runs(text)) {
            width += thousandths(run.text()) * (run.raised() ? RAISED_SIZE : 1);
        }
        return width * size * SAFETY / 1000;
    }

    private static double thousandths(String text) {
        return text.codePoints().mapToDouble(Lettering::thousandths).sum();
    }

    private static int thousandths(int character) {
        if (character >= ' ' && character <= '~') {
            return WIDTHS[character - ' '];
        }
        return Character.getType(character) == Character.NON_SPACING_MARK ? 0 : character >= SQUARE_FROM ? 1000 : OTHER;
    }

    /** The text, cut and ended with an ellipsis where it would be wider. */
    static String cut(String text, double size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** The text in lines of at most the given width, broken at spaces; the last of {@code most} lines is cut. */
    static List<String> lines(String text, double size, double width, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int end = lines.size() == most - 1 ? rest.length() : lineEnd(rest, size, width);
            lines.add(cut(rest.substring(0, end).strip(), size, width));
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    private static int lineEnd(String text, double size, double width) {
        int end = text.length();
        while (width(text.substring(0, end), size) > width) {
            int space = text.lastIndexOf(' ', end - 1);
            if (space <= 0) {
                return end;
            }
            end = space;
        }
        return end;
    }
}
