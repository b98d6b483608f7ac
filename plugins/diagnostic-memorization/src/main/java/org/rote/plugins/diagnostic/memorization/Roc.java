package org.rote.plugins.diagnostic.memorization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Scale;

/**
 * How well a threshold of a {@link Measure} tells draws from what has not been memorized, whatever the threshold is: the receiver operating characteristic (Fawcett, 2006). The area under the curve is {@link
 * Population#closerThan}.
 */
final class Roc {

    private Roc() {}

    /**
     * The picture.
     *
     * @param draws what is asked about
     * @param against what has not been memorized
     */
    static Figure figure(Population draws, Population against) {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Line("chance", Role.PRIOR, new double[] {0, 1}, new double[] {0, 1}));
        for (Measure measure : Measure.values()) {
            layers.add(curve(draws.ratios(measure), against.ratios(measure), measure.formula()));
            layers.add(new Points(
                    "", Role.SERIES, new double[] {against.rate(measure)}, new double[] {draws.rate(measure)}));
        }
        return new Figure(
                "roc",
                "Whether a threshold can tell draws from " + against.label(),
                "Each curve is a measure at every threshold, its point the published one. On the diagonal the share says nothing of memorization; a point far to the right counts what has not been memorized.",
                List.of(new Panel(
                        "",
                        Scale.linear("share of " + against.label() + " below", "1")
                                .between(0, 1),
                        Scale.linear("share of draws below", "1").between(0, 1),
                        layers)));
    }

    /** Shares of both below every value that occurs, ties in one step. */
    private static Line curve(double[] draws, double[] against, String label) {
        double[] mine = sorted(draws);
        double[] theirs = sorted(against);
        double[] x = new double[mine.length + theirs.length + 1];
        double[] y = new double[x.length];
        int points = 1;
        int i = 0;
        int j = 0;
        while (i < mine.length || j < theirs.length) {
            double value = Math.min(
                    i < mine.length ? mine[i] : Double.POSITIVE_INFINITY,
                    j < theirs.length ? theirs[j] : Double.POSITIVE_INFINITY);
            while (i < mine.length && mine[i] <= value) {
                i++;
            }
            while (j < theirs.length && theirs[j] <= value) {
                j++;
            }
            x[points] = (double) j / theirs.length;
            y[points++] = (double) i / mine.length;
        }
        return new Line(label, Role.SERIES, Arrays.copyOf(x, points), Arrays.copyOf(y, points));
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
