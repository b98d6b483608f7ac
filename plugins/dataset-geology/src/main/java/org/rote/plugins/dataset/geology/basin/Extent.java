package org.rote.plugins.dataset.geology.basin;

import java.util.random.RandomGenerator;
import org.rote.plugins.dataset.geology.section.Undulation;

/**
 * What a section shows.
 *
 * @param width in m
 * @param depth in m
 */
record Extent(double width, double depth) {

    /** A curve whose waves may be longer than the section. */
    Undulation undulation(RandomGenerator random, double shortest, double longest) {
        double period = Math.max(width, longest);
        return Undulation.draw(random, period, shortest / period, longest / period);
    }

    /** A gentle curve: waves of a half to one and a half widths. */
    Undulation gentle(RandomGenerator random) {
        return Undulation.draw(random, width, 0.5, 1.5);
    }
}
