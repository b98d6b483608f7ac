package org.rote.operators.propagation.memory;

/**
 * What a linearization takes of memory, in bytes.
 *
 * @param budget that all of it may take, at least 0
 * @param array one array of what steps leave, at least 1
 * @param state one saved state of a wave, at least 1
 * @param working for each thread that goes through a shot, apart from arrays and saved states, at least 0
 * @param shared what all threads need together, at least 0
 */
public record Sizes(long budget, long array, long state, long working, long shared) {

    /** Of a division by a power of ten. */
    private static final double ROUNDING = 1e-9;

    /** Checks the ranges stated above. */
    public Sizes {
        if (budget < 0 || array < 1 || state < 1 || working < 0 || shared < 0) {
            throw new IllegalArgumentException(
                    "a budget must be at least 0, an array and a state at least 1, and what a thread works in and what all share at least 0 bytes; got "
                            + budget + ", " + array + ", " + state + ", " + working + " and " + shared);
        }
    }

    /**
     * What is needed in any case: every thread recomputes one array of steps at a time, from the beginning.
     *
     * @param threads that go through shots at once
     * @return bytes
     */
    public long least(int threads) {
        return shared + threads * (working + array);
    }

    /**
     * A number of bytes in words.
     *
     * @param bytes at least 0
     * @return such as {@code 1.9 GB}; of three digits, rounded up, as it is said of what is needed
     */
    public static String words(long bytes) {
        String[] units = {"B", "kB", "MB", "GB", "TB", "PB"};
        double value = bytes;
        int unit = 0;
        while (value > 999 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        double up = value < 10 ? Math.ceil(10 * value - ROUNDING) / 10 : Math.ceil(value - ROUNDING);
        String digits = unit == 0 || up >= 10 ? Long.toString((long) up) : Double.toString(up);
        return digits + " " + units[unit];
    }
}
