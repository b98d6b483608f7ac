package org.rote.operators.propagation.kernels;

/**
 * Row operations of acoustic stepping on one grid, in single precision.
 *
 * <p>A field is an array over a padded grid of 2 or 3 axes. Axis 0 (z) is the fastest; neighbours along axis k are {@code strides[k]} apart. Differences read r points, half their order, beyond {@link Rows} along each of their axes, which the
 * padding must hold; nothing is read further out than that and nothing is written outside of the rows. Arrays that are written must differ from those that are read, except where an operation says that it works in place.
 *
 * <p>With D₁ and D₂ the central first and second differences along an axis, and L the sum of D₂ over all axes, c = Δt²/m, the step everywhere is
 *
 * <pre>  u⁺ = 2u − u⁻ + c L u                                              {@link #advance}</pre>
 *
 * <p>to which the absorbing layers of an axis, with the coefficients b and a of its profile, add
 *
 * <pre>  ψ ← b ψ + a D₁u                                                   {@link #relaxFirst}
 *  ζ ← b ζ + a (D₂u + D₁ψ),   u⁺ ← u⁺ + c (D₁ψ + ζ)                  {@link #relaxSecond}</pre>
 *
 * <p>and in the transpose (in the variable μ = cλ, W = aZ, V = aΨ)
 *
 * <pre>  W ← b W + a μ                                                     {@link #relax}
 *  V ← b V − a D₁(μ + W)                                             {@link #relaxTransposed}
 *  μ⁻ ← μ⁻ + c (D₂W − D₁V)                                           {@link #addTransposed}</pre>
 *
 * <p>ψ, ζ, W and V live in the layer and are zero outside, but D₁ψ, D₂W and D₁V also matter at r points beyond it, where a and b are 0.
 *
 * <p>Every point is computed by the same roundings whichever rows hold it. Instances hold no state and may be used by many threads.
 *
 * <p>Cost: one pass over the rows.
 *
 * <p>Source: D. Pasalic and R. McGarry (2010), Convolutional perfectly matched layer for isotropic and anisotropic acoustic wave equations, SEG Technical Program, 2925–2929.
 */
public interface Kernels {

    /**
     * Added to every value of a field that a step makes, and taken off again, which rounds what is small to multiples of 2⁻⁴⁴: numbers so small that processors need a hundred times as long for them, and which run ahead of every wave, become
     * 0. Fields should be scaled so that 2⁻⁴⁴ is nothing; where they are large, nothing is changed.
     */
    float COARSE = 0x1p-20f;

    /**
     * One step without layers, in place of the previous field: next ← 2u − next + c L u, and what is kept becomes c L u.
     *
     * @param u the field now; not modified
     * @param target the field a step ago, which becomes the one a step ahead
     */
    void advance(float[] u, Target target);

    /**
     * The first memory of a layer: ψ ← b ψ + a D₁u.
     *
     * @param u the field now; not modified
     * @param rows of it
     * @param layer takes ψ
     */
    void relaxFirst(float[] u, Rows rows, LayerRows layer);

    /**
     * The second memory of a layer, and what the layer adds to a step: ζ ← b ζ + a (D₂u + D₁ψ), next ← next + c (D₁ψ + ζ).
     *
     * @param u the field now; not modified
     * @param target of the step
     * @param layer takes ζ; ψ is not modified
     */
    void relaxSecond(float[] u, Target target, LayerRows layer);

    /**
     * The first memory of the transposed layer: W ← b W + a μ.
     *
     * @param mu the field now; not modified
     * @param rows of it
     * @param layer takes W
     */
    void relax(float[] mu, Rows rows, LayerRows layer);

    /**
     * The second memory of the transposed layer: V ← b V − a D₁(μ + W).
     *
     * @param mu the field now; not modified
     * @param rows of it
     * @param layer takes V; W is not modified
     */
    void relaxTransposed(float[] mu, Rows rows, LayerRows layer);

    /**
     * What the transposed layer adds to a step: next ← next + c (D₂W − D₁V).
     *
     * @param target of the step, which keeps nothing
     * @param layer whose memories are not modified
     */
    void addTransposed(Target target, LayerRows layer);

    /**
     * Adds the product of a field and what was kept: gradient ← gradient + μ kept.
     *
     * @param gradient to add to, over the grid
     * @param mu a field; not modified
     * @param rows of both
     * @param kept their second differences; not modified
     */
    void correlate(float[] gradient, float[] mu, Rows rows, Increments kept);

    /**
     * Adds a source in every point: next ← next + scale kept.
     *
     * @param next the field a step ahead
     * @param scale factor at every point; not modified
     * @param rows of both
     * @param kept their second differences; not modified
     */
    void scatter(float[] next, float[] scale, Rows rows, Increments kept);
}
