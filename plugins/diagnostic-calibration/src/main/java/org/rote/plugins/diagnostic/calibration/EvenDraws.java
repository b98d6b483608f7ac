package org.rote.plugins.diagnostic.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rote.spi.Draws;

/** Keeps some draws as they come, evenly spread over all of them however many there will be: every one, then every second, every fourth … */
final class EvenDraws {

    private final int size;
    private final int most;
    private final List<double[]> kept = new ArrayList<>();
    private int stride = 1;
    private int seen;

    /**
     * Keeps nothing yet.
     *
     * @param size of a draw
     * @param most the most to hand out
     */
    EvenDraws(int size, int most) {
        this.size = size;
        this.most = most;
    }

    void add(Draws draws) {
        for (int k = 0; k < draws.count() && most > 0; k++) {
            if (seen++ % stride == 0) {
                kept.add(Arrays.copyOfRange(draws.values(), k * size, (k + 1) * size));
            }
            if (kept.size() == 2 * most) {
                thin();
            }
        }
    }

    private void thin() {
        List<double[]> half = new ArrayList<>();
        for (int k = 0; k < kept.size(); k += 2) {
            half.add(kept.get(k));
        }
        kept.clear();
        kept.addAll(half);
        stride *= 2;
    }

    /** Draws that are at least so far apart. */
    List<double[]> apart(int spacing) {
        int step = Math.max((spacing + stride - 1) / stride, (kept.size() + most - 1) / Math.max(1, most));
        List<double[]> apart = new ArrayList<>();
        for (int k = 0; k < kept.size(); k += step) {
            apart.add(kept.get(k));
        }
        return apart;
    }
}
