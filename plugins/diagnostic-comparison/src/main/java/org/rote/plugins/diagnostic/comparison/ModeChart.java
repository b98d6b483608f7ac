package org.rote.plugins.diagnostic.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.rote.numerics.Weights;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Scale;

/** Bars of the leading modes: the shares of the draws beside the weights of the reference. */
final class ModeChart {

    private static final int MOST_MODES = 12;

    private ModeChart() {}

    static Figure of(double[] shares, Weights weights, String sampler, String reference) {
        int[] shown = leading(shares, weights);
        List<String> names =
                Arrays.stream(shown).mapToObj(n -> Integer.toString(n + 1)).toList();
        Panel panel = new Panel(
                "",
                Scale.linear("model", "1"),
                Scale.linear("share", "1").between(0, 1),
                List.of(
                        new Bars(reference + " (weights)", Role.EXACT, names, heights(shown, weights.toArray())),
                        new Bars(sampler + " (draws)", Role.APPROXIMATE, names, heights(shown, shares))));
        String caption = "Weight of each mode of the reference and the share of the draws that belong to it, "
                + (shown.length == shares.length
                        ? "in the order of the models."
                        : "the leading " + shown.length + " of " + shares.length
                                + ", heaviest in the reference first.");
        return new Figure("modes", "Mode weights beside the reference", caption, List.of(panel));
    }

    /** All in their order where they are few, or else those with most weight on either side, heaviest in the reference first. */
    private static int[] leading(double[] shares, Weights weights) {
        if (shares.length <= MOST_MODES) {
            return IntStream.range(0, shares.length).toArray();
        }
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(n -> -Math.max(shares[n], weights.at(n))))
                .limit(MOST_MODES)
                .sorted(Comparator.comparingDouble(n -> -weights.log(n)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] heights(int[] shown, double[] all) {
        return Arrays.stream(shown).mapToDouble(n -> all[n]).toArray();
    }
}
