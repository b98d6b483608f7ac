package org.rote.operators.helmholtz;

/** In which precision the matrix is factorised. Data and gradients are in double either way. */
public enum Precision {
    /** 32 bits: half the memory. Solutions are refined against the equation in 64 bits; what that cannot mend is solved in double. */
    SINGLE,
    /** 64 bits. */
    DOUBLE
}
