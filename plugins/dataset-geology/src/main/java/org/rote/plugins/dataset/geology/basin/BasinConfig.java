package org.rote.plugins.dataset.geology.basin;

import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The data set {@code basin}: random sections of sedimentary basins, with water, layers, compaction, folds, unconformities, growth faults, channels and salt.
 *
 * <p>The velocity of a piece of sediment is that of its layer, exp(c) v((d + z)/2), where v(d) = v₀ + g d / (1 + g d / (v∞ − v₀)) is the trend of compaction, d the depth below the sea floor at which the middle of the layer was
 * deposited, z the depth of the piece now and c the contrast of the layer, normal, with memory of the layer above; times 1 + ε n, where n is a Gaussian field that follows the layers. Which layer a piece belongs to is found by
 * undoing what has happened to it, the youngest event first. All of these move rock vertically, and keep the order of a column:
 *
 * <ul>
 *   <li>salt: u = z + A p(z) q(x), with p from 0 at the sea floor to 1 at the crest and q from 1 above the salt to nothing beside it, through a syncline;
 *   <li>the faults of the youngest sequence, from the youngest to the oldest: u ← u − T(x) p(u) above the surface of the fault, p from 0 at its tip to 1 below;
 *   <li>its folds and dip: s = u / (1 + b(x)), so that their height grows with depth;
 *   <li>where s lies below the unconformity at its base, an eroded surface, the same again for the faults and folds of the next older sequence, u = s and s ← (u − a(x) + e) / (1 + b(x)) with the thickness e that was eroded, and so on.
 * </ul>
 *
 * <p>Thicknesses are lognormal, with memory of the layer above. Lengths are drawn in m and do not depend on the grid, so a finer grid of the same sides samples the same basin; what does not fit is made smaller: folds to a third
 * of the depth, throws to a quarter, salt to two thirds of the width. Model n of the set is drawn from streams that depend on the seed and on first + n alone; each feature has one of its own, so that changing
 * faults, channels, salt or heterogeneity leaves all else as it was. Cost of a model of 256 × 256 cells: a few ms.
 *
 * @param count how many models, at least 1
 * @param first the number of the first one in the endless series of this seed, at least 0; sets that do not overlap have no model in common
 * @param seed the series
 * @param water the water
 * @param layers how layers follow on one another
 * @param velocities how fast they are
 * @param folds how they are folded
 * @param unconformities surfaces of erosion
 * @param faults normal faults
 * @param channels buried channels
 * @param salt salt
 * @param heterogeneity variation inside the layers
 */
public record BasinConfig(
        @Doc("how many models") int count,

        @Doc("number of the first one in the series of this seed: start a held-out set where the training set ends")
        @Default("0")
        long first,

        @Doc("the series; the same seed gives the same models in every study") @Default("0")
        long seed,

        @Doc("the water above") @Default("{}") WaterConfig water,

        @Doc("how layers follow on one another") @Default("{}")
        LayerConfig layers,

        @Doc("how fast the sediment is") @Default("{}") VelocityConfig velocities,
        @Doc("how layers are folded") @Default("{}") FoldConfig folds,

        @Doc("surfaces of erosion, with older layers below") @Default("{}")
        UnconformityConfig unconformities,

        @Doc("normal faults") @Default("{}") FaultConfig faults,
        @Doc("buried channels") @Default("{}") ChannelConfig channels,
        @Doc("salt") @Default("{}") SaltConfig salt,

        @Doc("weak variation inside the layers") @Default("{}")
        HeterogeneityConfig heterogeneity) {

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public BasinConfig {
        new Checks().atLeast("count", count, 1).atLeast("first", first, 0).verify();
    }
}
