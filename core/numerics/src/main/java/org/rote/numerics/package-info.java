/**
 * Numerics shared by plugins. Every type here is experimental since 0.1.0. In ten lines, how many components of a memorized prior
 * survive data that are the model itself, seen through noise γ:
 *
 * <pre>{@code
 * GaussianMixture prior = GaussianMixture.around(training, space, sigma * sigma, executor);
 * double[] logs = new double[prior.count()];
 * double[] mean = new double[space.size()];
 * for (int n = 0; n < prior.count(); n++) {
 *     prior.mean(n, mean);
 *     logs[n] = -0.5 * Vectors.squaredDistance(data, mean) / (sigma * sigma + gamma * gamma);
 * }
 * double effectiveModes = Weights.ofLogs(logs).effectiveModes();
 * }</pre>
 *
 * <ul>
 *   <li>{@link org.rote.numerics.Weights}: normalising logarithms of weights, and how many of them count;
 *   <li>{@link org.rote.numerics.Covariances}, {@link org.rote.numerics.Correlation}, {@link org.rote.numerics.GaussianMixture}: mixtures in closed form;
 *   <li>{@link org.rote.numerics.TrainingModels}, {@link org.rote.numerics.MemorizedScore}: training sets in memory, and their exact score at any noise level;
 *   <li>{@link org.rote.numerics.Derivations}: what follows from the capabilities of a prior; {@link org.rote.numerics.Denoiser}: Tweedie's formula;
 *   <li>{@link org.rote.numerics.Schedule}, {@link org.rote.numerics.ReverseProcess}: how noise grows with the step of a diffusion process, and the way back;
 *   <li>{@link org.rote.numerics.Cholesky}, {@link org.rote.numerics.ConjugateGradients}, {@link org.rote.numerics.SymmetricEigen}, {@link org.rote.numerics.Vectors}: linear algebra in double precision;
 *   <li>{@link org.rote.numerics.SeparableTransform}: cosine, Fourier and other series on grids;
 *   <li>{@link org.rote.numerics.Coordinates}: distributions in coordinates in which they are about one wide; {@link org.rote.numerics.posterior}: posteriors in closed form;
 *   <li>{@link org.rote.numerics.MeasuredValues}, {@link org.rote.numerics.WaveSpeed}: values with units at the border; {@link org.rote.numerics.input}: keys of data sets from files.
 * </ul>
 *
 * <p>Arrays are flat and row by row. Outputs belong to the caller and are overwritten; inputs are not modified. No type of another library is in a signature.
 */
package org.rote.numerics;
