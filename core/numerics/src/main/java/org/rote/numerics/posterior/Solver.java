package org.rote.numerics.posterior;

/** How the equations of a mixture posterior are solved. */
public enum Solver {
    /** Dense where the smaller of data and unknowns is at most 3 000, iterative beyond. */
    AUTOMATIC,
    /** By Cholesky factors, in data or in model space, whichever is smaller. */
    DENSE,
    /** By conjugate gradients and stochastic Lanczos quadrature, with products only. */
    ITERATIVE
}
