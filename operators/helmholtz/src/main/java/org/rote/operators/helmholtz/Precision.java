package org.rote.operators.helmholtz;

/** In which precision the matrix is factorised. Data and gradients are in double either way. */
public enum Precision {
    /** 32 bits: half the memory and half the time; solutions are refined against the equation in 64 bits. */
    SINGLE,
    /** 64 bits. */
    DOUBLE
}
