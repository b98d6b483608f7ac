package org.rote.plugins.diagnostic.memorization;

import java.util.OptionalDouble;

/**
 * What a posterior makes of its truth.
 *
 * @param holdsTruth whether the truth is one of the prior's training models
 * @param error root mean square of posterior mean less truth, over the cells of the model; of the truth what the parameterization can make
 * @param spread root mean square of the posterior standard deviation, the same way; 0 of a single draw
 * @param misfit of the data at the posterior mean, squared residual over noise variance, a mean over the data; where noise is Gaussian
 * @param attributed exp of the entropy of the shares of draws nearest to each training model
 * @param truthShare share of draws whose nearest training model is the truth
 * @param unit of the model
 */
record TruthDigest(
        boolean holdsTruth,
        double error,
        double spread,
        OptionalDouble misfit,
        double attributed,
        double truthShare,
        String unit) {}
