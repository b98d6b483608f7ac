package org.rote.operators.helmholtz.solver;

/** In which precision the factors are kept. */
public enum Precision {
    /** Factors in 32 bits: half the memory and about half the time. Solutions are refined against the matrix in 64 bits. */
    SINGLE(Float.BYTES, Math.ulp(1f) / 2),
    /** Factors in 64 bits; nothing needs refinement. */
    DOUBLE(Double.BYTES, Math.ulp(1.0) / 2);

    private final int bytes;
    private final double roundoff;

    Precision(int bytes, double roundoff) {
        this.bytes = bytes;
        this.roundoff = roundoff;
    }

    /** Bytes of a real number. */
    int bytes() {
        return bytes;
    }

    /** Largest relative error of one rounding. */
    double roundoff() {
        return roundoff;
    }
}
