/**
 * Contract tests for authors of plugins. A test class inherits the contract of what it tests and says only how the object is built; every inherited method is a test:
 *
 * <ul>
 *   <li>{@link org.rote.testkit.MappingContract} for operators and parameterizations;
 *   <li>{@link org.rote.testkit.PriorContract} for priors and every other distribution, {@link org.rote.testkit.CovarianceContract} for covariances;
 *   <li>{@link org.rote.testkit.NoiseContract} for noise models;
 *   <li>{@link org.rote.testkit.DatasetContract} for data sets;
 *   <li>{@link org.rote.testkit.SamplerContract} for samplers, which are held against each {@link org.rote.testkit.KnownPosterior}, and {@link org.rote.testkit.EstimatorContract} for those
 *       that give one model;
 *   <li>{@link org.rote.testkit.ExecutorContract} for executors, {@link org.rote.testkit.PluginContract} for the plugin itself;
 *   <li>{@link org.rote.testkit.TestContext}, {@link org.rote.testkit.TestSamplerContext}, {@link org.rote.testkit.TestCase}, {@link
 *       org.rote.testkit.FixedPart}, {@link org.rote.testkit.InMemoryDataset} and {@link org.rote.testkit.ThreadedExecutor} stand for what the engine lends;
 *   <li>{@link org.rote.testkit.DenseOperator}, {@link org.rote.testkit.MixturePrior}, {@link org.rote.testkit.AtomPrior}, {@link
 *       org.rote.testkit.DenseCovariance} and {@link org.rote.testkit.WhiteNoise} are small exact parts to test others against;
 *   <li>{@link org.rote.testkit.ReferenceNumbers} reads numbers computed elsewhere.
 * </ul>
 *
 * <p>Randomness follows from one seed, printed by every failure and replayed by {@code -Drote.test.seed=…}; nothing is retried. Messages name both numbers, what was
 * allowed and where. Everything here is experimental since 0.1.0.
 */
package org.rote.testkit;
