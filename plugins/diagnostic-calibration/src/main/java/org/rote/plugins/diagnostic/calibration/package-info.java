/**
 * May the draws be believed? {@code convergence} asks whether a chain has mixed, {@code truth-rank} where the truth lies among the draws, {@code two-sample} whether draws can be told from those of a closed form.
 */
package org.rote.plugins.diagnostic.calibration;
