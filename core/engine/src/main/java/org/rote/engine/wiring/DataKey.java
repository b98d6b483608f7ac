package org.rote.engine.wiring;

import java.util.Optional;
import org.rote.engine.manifest.CasePlan;
import org.rote.engine.manifest.Observation;

/**
 * Which data: cases of one key share them.
 *
 * @param observation name of the observation
 * @param truth which of its truths, from 0
 * @param operator name of the operator
 * @param parameterization name of the parameterization, or empty
 * @param prior name of the prior, where truths are drawn from it
 */
record DataKey(
        String observation, int truth, String operator, Optional<String> parameterization, Optional<String> prior) {

    static DataKey of(CasePlan plan, Observation observation) {
        return new DataKey(
                plan.observation(),
                plan.truthNumber(),
                plan.operator(),
                plan.parameterization(),
                observation instanceof Observation.OfPrior ? Optional.of(plan.prior()) : Optional.empty());
    }

    /** The same data from any truth. */
    DataKey ofAnyTruth() {
        return new DataKey(observation, 0, operator, parameterization, prior);
    }
}
