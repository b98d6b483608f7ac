package org.rote.operators.propagation.kernels;

/**
 * Row operations of acoustic stepping on one grid, in single precision.
 *
 * <p>A field is an array over a padded grid of 2 or 3 axes. Axis 0 (z) is the fastest; neighbours along axis k are {@code strides[k]} apart. A row is a run {@code [from, to)} of indices of a field, neighbours
 * along z. Differences read r points, half their order, beyond a row along each of their axes, which the padding must hold; nothing is read further out than that and nothing is
 * written outside of the row. A pair such as {@code kept, keptAt} is a row of another array, as long, that starts at {@code keptAt}. Arrays that are written must differ from those that are read,
 * except where an operation says that it works in place.
 *
 * <p>With D₁ and D₂ the central first and second differences along an axis, and L the sum of D₂ over all axes, c = Δt²/m, the step in the interior is
 *
 * <pre>  u⁺ = 2u − u⁻ + c L u                                              {@link #advance}</pre>
 *
 * <p>In the absorbing layers of an axis, with the coefficients b and a of its profile, the step and its transpose (in the variable μ = cλ, W = aZ, V = aΨ) are
 *
 * <pre>  ψ ← b ψ + a D₁u                                                   {@link #relaxFirst}
 *  ζ ← b ζ + a (D₂u + D₁ψ),   L u ← L u + D₁ψ + ζ                    {@link #relaxSecond}
 *
 *  W ← b W + a μ                                                     {@link #relax}
 *  V ← b V − a D₁(μ + W)                                             {@link #relaxTransposed}
 *  L μ ← L μ + D₂W − D₁V                                             {@link #addTransposed}</pre>
 *
 * <p>ψ, ζ, W and V live in the layer and are zero outside, so D₁ψ, D₂W and D₁V also matter at r points beyond it ({@link #addFirst}, {@link #addTransposed}). Their arrays may be smaller than the
 * grid, with r zeros (or their own values) on each side along the axis, but neighbours along the axis must be as far apart as in the grid.
 *
 * <p>The profile of axis 0 is a row of coefficients as long as the row at hand, from {@code profileAt} on. Along a slower axis it does not change within a row: the one pair at {@code profileAt} is for all of it.
 *
 * <p>Every point is computed by the same roundings wherever the row that holds it begins and ends. Instances hold no state and may be used by many threads.
 *
 * <p>Cost: one pass over a row. A run of fewer points than a vector has lanes (16 at most) is computed point by point, several times slower.
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
     * One step in the interior, in place of the previous field: previous ← 2u − previous + c L u.
     *
     * @param u the field now; not modified
     * @param previous the field a step ago; becomes the field a step ahead
     * @param c Δt²/m at every point
     * @param from first index of the row
     * @param to index after the last of the row
     */
    void advance(float[] u, float[] previous, float[] c, int from, int to);

    /**
     * As {@link #advance}, and keeps the second difference in time, c L u.
     *
     * @param u the field now; not modified
     * @param previous the field a step ago; becomes the field a step ahead
     * @param c Δt²/m at every point
     * @param from first index of the row
     * @param to index after the last of the row
     * @param kept takes c L u
     * @param keptAt where its row starts
     */
    void advanceKeeping(float[] u, float[] previous, float[] c, int from, int to, float[] kept, int keptAt);

    /**
     * The Laplacian: sum ← L u.
     *
     * @param u a field; not modified
     * @param from first index of the row
     * @param to index after the last of the row
     * @param sum takes the Laplacian
     * @param sumAt where its row starts
     */
    void laplacian(float[] u, int from, int to, float[] sum, int sumAt);

    /**
     * One step with the sum of the Laplacian and of what the layers add to it given: previous ← 2u − previous + c sum.
     *
     * @param u the field now; not modified
     * @param previous the field a step ago; becomes the field a step ahead
     * @param c Δt²/m at every point
     * @param from first index of the row
     * @param to index after the last of the row
     * @param sum of the spatial terms; not modified
     * @param sumAt where its row starts
     */
    void update(float[] u, float[] previous, float[] c, int from, int to, float[] sum, int sumAt);

    /**
     * As {@link #update}, and keeps the second difference in time, c sum.
     *
     * @param u the field now; not modified
     * @param previous the field a step ago; becomes the field a step ahead
     * @param c Δt²/m at every point
     * @param from first index of the row
     * @param to index after the last of the row
     * @param sum of the spatial terms; not modified
     * @param sumAt where its row starts
     * @param kept takes c sum; may be the array {@code sum}, at the same place
     * @param keptAt where its row starts
     */
    void updateKeeping(
            float[] u, float[] previous, float[] c, int from, int to, float[] sum, int sumAt, float[] kept, int keptAt);

    /**
     * Adds a first difference: sum ← sum + D₁v.
     *
     * @param axis of the difference
     * @param v a field, or ψ beside its layer; not modified
     * @param from first index of the row in it
     * @param to index after the last of the row in it
     * @param sum to add to
     * @param sumAt where its row starts
     */
    void addFirst(int axis, float[] v, int from, int to, float[] sum, int sumAt);

    /**
     * The first memory of a layer: ψ ← b ψ + a D₁u.
     *
     * @param axis of the layer
     * @param u the field now; not modified
     * @param from first index of the row
     * @param to index after the last of the row
     * @param b decay, the axis' profile
     * @param a gain, the axis' profile
     * @param profileAt where the profile of the row starts
     * @param psi the memory
     * @param psiAt where its row starts
     */
    void relaxFirst(int axis, float[] u, int from, int to, float[] b, float[] a, int profileAt, float[] psi, int psiAt);

    /**
     * The second memory of a layer and what the layer adds: ζ ← b ζ + a (D₂u + D₁ψ), sum ← sum + D₁ψ + ζ.
     *
     * @param axis of the layer
     * @param u the field now; not modified
     * @param from first index of the row
     * @param to index after the last of the row
     * @param b decay, the axis' profile
     * @param a gain, the axis' profile
     * @param profileAt where the profile of the row starts
     * @param psi the first memory; not modified
     * @param psiAt where its row starts
     * @param zeta the second memory
     * @param zetaAt where its row starts
     * @param sum of the spatial terms
     * @param sumAt where its row starts
     */
    void relaxSecond(
            int axis,
            float[] u,
            int from,
            int to,
            float[] b,
            float[] a,
            int profileAt,
            float[] psi,
            int psiAt,
            float[] zeta,
            int zetaAt,
            float[] sum,
            int sumAt);

    /**
     * The first memory of the transposed layer: W ← b W + a μ.
     *
     * @param axis of the layer
     * @param mu the field now; not modified
     * @param from first index of the row
     * @param to index after the last of the row
     * @param b decay, the axis' profile
     * @param a gain, the axis' profile
     * @param profileAt where the profile of the row starts
     * @param w the memory
     * @param wAt where its row starts
     */
    void relax(int axis, float[] mu, int from, int to, float[] b, float[] a, int profileAt, float[] w, int wAt);

    /**
     * The second memory of the transposed layer: V ← b V − a D₁(μ + W).
     *
     * @param axis of the layer
     * @param mu the field now; not modified
     * @param from first index of the row
     * @param to index after the last of the row
     * @param b decay, the axis' profile
     * @param a gain, the axis' profile
     * @param profileAt where the profile of the row starts
     * @param w the first memory; not modified
     * @param wAt where its row starts
     * @param v the second memory
     * @param vAt where its row starts
     */
    void relaxTransposed(
            int axis,
            float[] mu,
            int from,
            int to,
            float[] b,
            float[] a,
            int profileAt,
            float[] w,
            int wAt,
            float[] v,
            int vAt);

    /**
     * What the transposed layer adds, at its points and r beyond: sum ← sum + D₂W − D₁V.
     *
     * @param axis of the layer
     * @param w the first memory; not modified
     * @param wAt where its row starts
     * @param v the second memory; not modified
     * @param vAt where its row starts
     * @param length points of the row
     * @param sum of the spatial terms
     * @param sumAt where its row starts
     */
    void addTransposed(int axis, float[] w, int wAt, float[] v, int vAt, int length, float[] sum, int sumAt);

    /**
     * Adds the product of a field and what was kept: gradient ← gradient + μ kept.
     *
     * @param gradient to add to, over the grid
     * @param mu a field; not modified
     * @param from first index of the row in both
     * @param to index after the last of the row in both
     * @param kept second differences; not modified
     * @param keptAt where the row starts in it
     */
    void correlate(float[] gradient, float[] mu, int from, int to, float[] kept, int keptAt);

    /**
     * Adds a source in every point: next ← next + scale kept.
     *
     * @param next the field a step ahead
     * @param scale factor at every point; not modified
     * @param from first index of the row in both
     * @param to index after the last of the row in both
     * @param kept second differences; not modified
     * @param keptAt where the row starts in it
     */
    void scatter(float[] next, float[] scale, int from, int to, float[] kept, int keptAt);
}
