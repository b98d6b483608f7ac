package org.rote.operators.propagation.kernels;

/**
 * What a step writes: adding x to the spatial terms adds c x to the field a step ahead, and to the second differences where they are kept.
 *
 * @param next the field a step ahead
 * @param c Δt²/m at every point of the grid
 * @param rows that are stepped
 * @param kept their second differences
 */
public record Target(float[] next, float[] c, Rows rows, Increments kept) {

    /**
     * A part of the rows.
     *
     * @param row the first of them
     * @param count how many
     * @param point the first of each
     * @param length points of each
     * @return the same for this part
     */
    public Target part(int row, int count, int point, int length) {
        Increments differences = kept.exist()
                ? new Increments(kept.values(), kept.at() + row * kept.stride() + point, kept.stride())
                : kept;
        return new Target(next, c, rows.part(row, count, point, length), differences);
    }
}
