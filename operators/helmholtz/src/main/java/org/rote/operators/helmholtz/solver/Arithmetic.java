package org.rote.operators.helmholtz.solver;

/** In which precision the factors are kept. */
public enum Arithmetic {
    /** Factors in 32 bits: half the memory and about half the time. Solutions are refined against the matrix in 64 bits. */
    SINGLE(Float.BYTES, Math.ulp(1f) / 2, 1e-6),
    /** Factors in 64 bits; nothing needs refinement. */
    DOUBLE(Double.BYTES, Math.ulp(1.0) / 2, 1e-8);

    private final int bytes;
    private final double roundoff;
    private final double tolerance;

    Arithmetic(int bytes, double roundoff, double tolerance) {
        this.bytes = bytes;
        this.roundoff = roundoff;
        this.tolerance = tolerance;
    }

    /** Bytes of a real number. */
    int bytes() {
        return bytes;
    }

    /** Largest relative error of one rounding. */
    double roundoff() {
        return roundoff;
    }

    /**
     * Largest relative residual ‖b − A x‖₂ / ‖b‖₂ of a solution. Refinement as a rule ends far below: 1e-9 in single precision after one step, 1e-12 in double after none.
     *
     * @return the tolerance
     */
    public double tolerance() {
        return tolerance;
    }
}
