package org.rote.operators.helmholtz;

/** How derivatives are approximated. */
public enum Stencil {
    /** Second order on the four nearest neighbours, as published with arXiv 2603.19629. */
    FIVE_POINT,
    /** On the eight nearest neighbours, with weights that make waves in all directions travel at nearly the right speed. */
    NINE_POINT
}
