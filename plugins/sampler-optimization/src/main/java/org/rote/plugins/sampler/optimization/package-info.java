/** The sampler {@code lbfgs}, which is none: it finds the one model that explains the data best, stage by stage, and the diagnostic {@code iterations} shows how. */
package org.rote.plugins.sampler.optimization;
