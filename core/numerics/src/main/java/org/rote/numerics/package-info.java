/**
 * Numerics shared by plugins. Every type here is experimental since 0.1.0. In ten lines, the exact posterior under a memorized prior when the data are the model itself, seen through noise γ:
 *
 * <pre>{@code
 * GaussianMixture prior = GaussianMixture.around(training, space, sigma * sigma, executor);
 * double[] logs = new double[prior.count()];
 * double[] mean = new double[space.size()];
 * for (int n = 0; n < prior.count(); n++) {
 *     prior.mean(n, mean);
 *     logs[n] = -0.5 * squaredDistance(data, mean) / (sigma * sigma + gamma * gamma);
 * }
 * double effectiveModes = Weights.ofLogs(logs).effectiveModes();
 * }</pre>
 *
 * <ul>
 *   <li>{@link org.rote.numerics.Weights}: normalising logarithms of weights, and how many of them count;
 *   <li>{@link org.rote.numerics.Covariances}, {@link org.rote.numerics.GaussianMixture}: mixtures in closed form;
 *   <li>{@link org.rote.numerics.Derivations}: what follows from the capabilities of a prior; {@link org.rote.numerics.Denoiser}: Tweedie's formula.
 * </ul>
 *
 * <p>Arrays are flat and row by row. Outputs belong to the caller and are overwritten; inputs are not modified. No type of another library is in a signature.
 */
package org.rote.numerics;
