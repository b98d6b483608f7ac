package org.rote.plugins.diagnostic.calibration;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What calibration keeps of one case: where its truth stands among the draws.
 *
 * @param draws how many draws the truth was ranked among; about independent of each other
 * @param standings of the groups of quantities
 * @param joint ranks of the truth by numbers that say something of all unknowns together, by name; uniform over truths where draws are calibrated
 * @param isTruthOfPosterior see {@link org.rote.spi.Case#isTruthOfPosterior}
 * @param labels what the quantities are called
 */
record TruthDigest(
        int draws, List<Standing> standings, Map<String, Double> joint, boolean isTruthOfPosterior, Labels labels) {

    /**
     * What quantities are called, without the case that they came from.
     *
     * @param names of each quantity, by the key of its group
     * @param units by the key of the group
     * @param axes of the values, where they are a picture
     */
    record Labels(Map<String, List<String>> names, Map<String, String> units, Optional<Subset.Axes> axes) {}
}
