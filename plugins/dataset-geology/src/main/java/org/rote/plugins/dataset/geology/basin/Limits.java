package org.rote.plugins.dataset.geology.basin;

import org.rote.spi.Checks;

/** Checks that several sections share. */
final class Limits {

    private Limits() {}

    static void probability(String key, double value, Checks checks) {
        checks.that(value >= 0 && value <= 1, key, "must be between 0 and 1, got " + value, "give a probability");
    }

    static void length(String key, double value, Checks checks) {
        checks.that(
                value >= 0 && Double.isFinite(value),
                key,
                "must be at least 0 m, got " + value + " m",
                "give a length such as 50 m");
    }

    /** A share of 0 or more that stays below a bound. */
    static void below(String key, double value, double bound, Checks checks) {
        checks.that(
                value >= 0 && value < bound,
                key,
                "must be at least 0 and less than " + bound + ", got " + value,
                "give for example " + bound / 2);
    }

    static void angle(String key, double value, double most, Checks checks) {
        checks.that(
                value >= 0 && value <= most,
                key,
                "must be between 0 deg and " + Math.round(Math.toDegrees(most)) + " deg, got " + Math.toDegrees(value)
                        + " deg",
                "give an angle such as 5 deg");
    }
}
