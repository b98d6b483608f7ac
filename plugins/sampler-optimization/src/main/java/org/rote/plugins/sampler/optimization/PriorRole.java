package org.rote.plugins.sampler.optimization;

/** What a prior has to say in an estimate. */
public enum PriorRole {
    /** Its log density is added: the estimate is the most probable model. */
    INCLUDED,
    /** Nothing: the estimate explains the data best, as in classical waveform inversion. */
    IGNORED
}
