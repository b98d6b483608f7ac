package org.rote.operators.cuda.device;

/**
 * A card, open for work: memory, and the kernels of {@code waves.cu}. What is asked of it happens in the order in which it was asked, some of it later; a download waits for what was asked before. Of one thread at a time, any thread.
 *
 * <p>All of it throws {@link CardException} when the card fails.
 *
 * <p>Memory is named by addresses of the card, which may be added to; what was not written holds anything.
 */
public interface Device extends AutoCloseable {

    /** Which card, for people. */
    String describe();

    /** The most blocks of a launch along each axis. */
    Extent mostBlocks();

    /** Bytes of memory that no one has. */
    long free();

    /**
     * Takes memory.
     *
     * @param bytes at least 1
     * @return its address, a multiple of 128
     * @throws DeviceMemoryException when there is not so much
     */
    long allocate(long bytes);

    /** Gives memory back that {@link #allocate} gave. */
    void release(long address);

    /** Sets bytes to 0. */
    void clear(long address, long bytes);

    /** Copies bytes; the two stretches do not overlap. */
    void copy(long from, long to, long bytes);

    /** Writes numbers to memory. */
    void upload(float[] values, long address);

    /** Writes whole numbers to memory. */
    void upload(int[] values, long address);

    /** Reads numbers from memory. */
    void download(long address, float[] values);

    /**
     * Runs a kernel.
     *
     * @param kernel its name
     * @param blocks along x, y and z; nothing happens where there are none
     * @param threads in a block
     * @param arguments of the kernel; may be used again afterwards
     */
    void launch(String kernel, Extent blocks, Extent threads, Arguments arguments);

    /** Gives everything back. May be called twice. */
    @Override
    void close();

    /**
     * How many of something.
     *
     * @param x fastest
     * @param y next
     * @param z slowest
     */
    record Extent(int x, int y, int z) {

        /** In one row. */
        public static Extent of(int x) {
            return new Extent(x, 1, 1);
        }

        /** Whether there are none. */
        public boolean isEmpty() {
            return x <= 0 || y <= 0 || z <= 0;
        }
    }
}
