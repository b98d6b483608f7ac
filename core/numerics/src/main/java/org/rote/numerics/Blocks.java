package org.rote.numerics;

/** How work is cut into tasks. */
final class Blocks {

    private Blocks() {}

    /**
     * The size of blocks that gives each of some threads the same number of blocks, none larger than a limit.
     *
     * @param total what is to be cut
     * @param most largest size of a block
     * @param multiple what sizes are multiples of
     * @param threads how many blocks are worked on at once
     * @return size of all blocks but the last, which may be smaller
     */
    static int size(int total, int most, int multiple, int threads) {
        long rounds = (total + (long) most * threads - 1) / ((long) most * threads);
        long blocks = rounds * threads;
        long size = (total + blocks - 1) / blocks;
        return (int) ((size + multiple - 1) / multiple * multiple);
    }
}
