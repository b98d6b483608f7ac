/**
 * The contracts that plugins implement and the engine drives. Every type here is experimental since 0.1.0.
 *
 * <p>The terms of p(x | y) ∝ p(y | F(x)) p(x), one interface each:
 *
 * <ul>
 *   <li>x lives in a {@link org.rote.spi.Space}, a flat {@code double[]} in row-major order;
 *   <li>F is a {@link org.rote.spi.ForwardOperator}, in front of it perhaps a {@link org.rote.spi.Parameterization}: both are {@link
 *       org.rote.spi.Mapping}s, whose derivative at a point is a {@link org.rote.spi.Linearization};
 *   <li>p(y | ·) is a {@link org.rote.spi.NoiseModel}; together with F and y it makes the {@link org.rote.spi.Likelihood};
 *   <li>p(x) is a {@link org.rote.spi.Prior}, of which one asks for capabilities: {@link org.rote.spi.Atoms}, {@link
 *       org.rote.spi.Components}, {@link org.rote.spi.Density}, {@link org.rote.spi.NoisyScore} and so on;
 *   <li>a {@link org.rote.spi.Sampler} starts a {@link org.rote.spi.Chain} on the {@link org.rote.spi.Posterior};
 *   <li>a {@link org.rote.spi.Diagnostic} reads the draws and answers with {@link org.rote.spi.Finding}s and {@link
 *       org.rote.spi.Figure}s.
 * </ul>
 *
 * <p>To write a plugin, say
 *
 * <pre>{@code
 * public record DoublingConfig(@Doc("number of components") int size) {}
 *
 * final class DoublingFactory implements Factory<DoublingConfig, ForwardOperator> {
 *     public String name() { return "doubling"; }
 *     public Class<DoublingConfig> configType() { return DoublingConfig.class; }
 *     public String describe() { return "F(x) = 2 x"; }
 *     public String example() { return "type: doubling\nsize: 3"; }
 *     public ForwardOperator create(DoublingConfig config, Context context) { return new Doubling(config.size()); }
 * }
 *
 * public final class DoublingPlugin implements Plugin {
 *     public List<Factory<?, ? extends ForwardOperator>> operators() { return List.of(new DoublingFactory()); }
 * }
 * }</pre>
 *
 * <p>and {@code provides org.rote.spi.Plugin with ...DoublingPlugin} in its {@code module-info}; export the package of the config record.
 *
 * <p>Rules that hold everywhere: SI units; outputs belong to the caller and are overwritten whole; inputs are never modified; nothing is
 * {@code null}; the adjoint is with respect to the plain dot product of the flat arrays; {@code score} is the gradient of log p.
 */
package org.rote.spi;
