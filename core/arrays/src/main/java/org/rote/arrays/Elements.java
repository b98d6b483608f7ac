package org.rote.arrays;

import java.io.IOException;

/** Elements of an array by their index in some order. */
interface Elements {
    /** Reads {@code count} elements from index {@code first}; {@code offset} counts numbers in {@code out}. */
    void read(long first, int count, double[] out, int offset) throws IOException;

    /** The same, rounded to float. */
    void read(long first, int count, float[] out, int offset) throws IOException;
}
