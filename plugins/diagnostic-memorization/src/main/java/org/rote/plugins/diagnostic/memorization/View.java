package org.rote.plugins.diagnostic.memorization;

/** Where distances are taken. */
public enum View {
    /** Between models. */
    MODEL,
    /** Between the coordinates of models under the parameterization; between models where there is none. */
    COORDINATES
}
