package org.rote.engine.manifest;

/** What a manifest is read for, which decides what it must contain. */
public enum Purpose {
    /** To run a study: operator, observation, noise, prior and sampler must be there. */
    STUDY,
    /** To use the operator by itself: only an operator must be there. */
    OPERATOR
}
