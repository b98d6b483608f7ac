package org.rote.operators.propagation.kernels;

/**
 * In which order to go through the vectors of some rows of a layer: those with the same coefficients one after the other, which are the vectors of a row, or, in the layers of axis 0, the vectors of all rows at one place. A row of those layers
 * would be two vectors long, which is too short for a loop.
 *
 * @param lines how many runs of vectors with the same coefficients
 * @param vectors of each
 * @param line indices of the field from one run to the next
 * @param vector indices of the field from one vector of a run to the next
 * @param memoryLine the same in the memories
 * @param memoryVector the same in the memories
 * @param depth places of the coefficients from one run to the next
 */
record LayerWalk(int lines, int vectors, int line, int vector, int memoryLine, int memoryVector, int depth) {

    static LayerWalk of(Rows rows, LayerRows layer, int lanes) {
        int across = rows.length() / lanes;
        return switch (layer.axis()) {
            case 0 -> new LayerWalk(across, rows.count(), lanes, rows.stride(), lanes, layer.stride(), lanes);
            case 1 -> new LayerWalk(rows.count(), across, rows.stride(), lanes, layer.stride(), lanes, 1);
            default -> new LayerWalk(rows.count(), across, rows.stride(), lanes, layer.stride(), lanes, 0);
        };
    }
}
