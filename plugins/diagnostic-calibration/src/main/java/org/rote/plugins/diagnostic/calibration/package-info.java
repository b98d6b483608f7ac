/** May the draws be believed? {@code convergence} asks whether a chain has mixed, {@code truth-rank} where the
 * truth lies among the draws. */
package org.rote.plugins.diagnostic.calibration;
