package org.rote.spi;

/** Takes arrays for the run directory of a case, as NumPy files. */
@FunctionalInterface
public interface Sink {

    /** Keeps nothing. */
    Sink NONE = (name, shape, values) -> {};

    /**
     * Keeps an array; a second one of the same name replaces the first.
     *
     * @param name kebab-case name, the file's name without its ending
     * @param shape the counts, slowest axis first; empty for a scalar
     * @param values the values in row-major order
     */
    void array(String name, int[] shape, double[] values);
}
