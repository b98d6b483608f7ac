package org.rote.plugins.dataset.geology;

import java.util.Optional;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * The data set {@code layered}: random sections of folded layers, perhaps faulted.
 *
 * <p>Each section has a number of layers between {@code minLayers} and {@code maxLayers}, every number equally likely. Their mean thicknesses are {@code minThickness} and a random share
 * of the rest of the depth. Interface k of mean depth d_k lies at
 *
 * <pre>{@code z_k(x) = d_k + a (0.3 + 0.7 d_k / D) s(x) + (x − W/2) tan(δ) + b_k s_k(x)}</pre>
 *
 * <p>where D and W are the depth and the width of the model, s is a sum of two to four sines, longer ones higher, of mean 0 and height 1 over the width, the same for all interfaces,
 * s_k another one for each, a is between 0.2 and 1 of {@code relief}, |δ| at most {@code maxDip} and b_k at most a and 0.3 of the thinner layer beside the interface. Velocities grow
 * downward by random steps from one in the slowest quarter of the range to one in the fastest half of what is left; with {@code inversionProbability} a layer below the second changes
 * places with the one above it. With {@code faultProbability} one normal fault cuts the section in its middle half: a plane that dips by 50 to 70 degrees to one side, on which everything
 * above has slid down, rigidly, by 0.3 to 1 of {@code maxThrow} in depth.
 *
 * <p>Model n of the set is drawn from streams that depend on the seed and on first + n alone; each aspect (layers, folds, velocities, fault) has one of its own, so that changing one leaves the
 * others as they were. A finer grid of the same width and depth samples the same section.
 *
 * @param count how many models, at least 1
 * @param first the number of the first one in the endless series of this seed, at least 0; sets that do not overlap have no model in common
 * @param seed the series
 * @param minLayers fewest layers, at least 1
 * @param maxLayers most layers
 * @param minVelocity slowest velocity in m/s, greater than 0
 * @param maxVelocity fastest velocity in m/s
 * @param minThickness least mean thickness of a layer in m; half of that of {@code maxLayers} equal ones when left out
 * @param relief most height of the folds at the bottom of the model in m; 0.3 of the depth when left out
 * @param maxDip most dip of the whole section in rad
 * @param inversionProbability how often a layer is slower than the one above
 * @param faultProbability how often there is a fault
 * @param maxThrow most vertical displacement at the fault in m; 0.2 of the depth when left out
 * @param transition thickness in m over which the velocity changes at an interface; 0 for a jump
 */
public record LayeredConfig(
        @Doc("how many models") int count,

        @Doc("number of the first one in the series of this seed: start a held-out set where the training set ends")
        @Default("0")
        long first,

        @Doc("the series; the same seed gives the same models in every study") @Default("0")
        long seed,

        @Doc("fewest layers") @Default("3") int minLayers,
        @Doc("most layers") @Default("8") int maxLayers,

        @Doc("slowest velocity") @Unit("m/s") @Default("1500 m/s")
        double minVelocity,

        @Doc("fastest velocity") @Unit("m/s") @Default("4500 m/s")
        double maxVelocity,

        @Doc("least mean thickness of a layer; half of that of max-layers equal ones when left out") @Unit("m")
        Optional<Double> minThickness,

        @Doc("most height of the folds at the bottom of the model; 0.3 of the depth when left out") @Unit("m")
        Optional<Double> relief,

        @Doc("most dip of the section as a whole") @Unit("rad") @Default("5 deg")
        double maxDip,

        @Doc("how often a layer is slower than the one above it") @Default("0.15")
        double inversionProbability,

        @Doc("how often a normal fault cuts the section") @Default("0.3")
        double faultProbability,

        @Doc("most vertical displacement at a fault; 0.2 of the depth when left out") @Unit("m")
        Optional<Double> maxThrow,

        @Doc("thickness over which the velocity changes at an interface; 0 m for a jump") @Unit("m") @Default("0 m")
        double transition) {

    private static final double STEEPEST = Math.toRadians(45);

    /** Checks the ranges; throws {@link org.rote.spi.InvalidInputException} with all that is wrong. */
    public LayeredConfig {
        Checks checks = new Checks()
                .atLeast("count", count, 1)
                .atLeast("first", first, 0)
                .atLeast("min-layers", minLayers, 1)
                .that(
                        maxLayers >= minLayers,
                        "max-layers",
                        "must be at least min-layers = " + minLayers + ", got " + maxLayers,
                        "give the larger number as max-layers")
                .positive("min-velocity", minVelocity)
                .that(
                        maxVelocity > minVelocity && Double.isFinite(maxVelocity),
                        "max-velocity",
                        "must be greater than min-velocity = " + minVelocity + " m/s, got " + maxVelocity + " m/s",
                        "give the larger velocity as max-velocity")
                .that(
                        Math.abs(maxDip) <= STEEPEST && maxDip >= 0,
                        "max-dip",
                        "must be between 0 deg and 45 deg, got " + Math.toDegrees(maxDip) + " deg",
                        "give an angle such as 5 deg");
        minThickness.ifPresent(thickness -> checks.positive("min-thickness", thickness));
        relief.ifPresent(height -> checkLength("relief", height, checks));
        maxThrow.ifPresent(height -> checkLength("max-throw", height, checks));
        checkLength("transition", transition, checks);
        checkProbability("inversion-probability", inversionProbability, checks);
        checkProbability("fault-probability", faultProbability, checks);
        checks.verify();
    }

    private static void checkLength(String key, double value, Checks checks) {
        checks.that(
                value >= 0 && Double.isFinite(value),
                key,
                "must be at least 0 m, got " + value + " m",
                "give a length such as 50 m");
    }

    private static void checkProbability(String key, double value, Checks checks) {
        checks.that(value >= 0 && value <= 1, key, "must be between 0 and 1, got " + value, "give a probability");
    }
}
