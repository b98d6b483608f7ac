package org.rote.operators.rays;

/** The property of the subsurface that the cells hold. Travel times are linear in slowness only. */
public enum Parameter {
    /** Slowness s, in s/m. */
    SLOWNESS("slowness", "s/m") {
        @Override
        double slowness(double value) {
            return value;
        }

        @Override
        double derivative(double value) {
            return 1;
        }
    },
    /** Velocity v = 1/s, in m/s. */
    VELOCITY("velocity", "m/s") {
        @Override
        double slowness(double value) {
            return 1 / value;
        }

        @Override
        double derivative(double value) {
            return -1 / (value * value);
        }
    },
    /** Squared slowness m = s², in s²/m². */
    SQUARED_SLOWNESS("squared slowness", "s^2/m^2") {
        @Override
        double slowness(double value) {
            return Math.sqrt(value);
        }

        @Override
        double derivative(double value) {
            return 0.5 / Math.sqrt(value);
        }
    };

    private final String quantity;
    private final String unit;

    Parameter(String quantity, String unit) {
        this.quantity = quantity;
        this.unit = unit;
    }

    String quantity() {
        return quantity;
    }

    String unit() {
        return unit;
    }

    /** The slowness in s/m of a cell with this value, which is positive. */
    abstract double slowness(double value);

    /** The derivative of {@link #slowness} with respect to the value. */
    abstract double derivative(double value);
}
