package org.rote.numerics;

/** The k smallest of many numbers with the indices they came with, kept as a heap whose root is the greatest of them; of equal numbers those with smaller indices. */
final class NearestOrder {

    private final int[] indices;
    private final double[] values;
    private int capacity;
    private int size;

    /**
     * Nothing yet.
     *
     * @param most the largest k
     */
    NearestOrder(int most) {
        this.indices = new int[most];
        this.values = new double[most];
    }

    /** Forgets everything and keeps {@code capacity} from now on. */
    void clear(int capacity) {
        this.capacity = capacity;
        this.size = 0;
    }

    /** Offers a number. */
    void offer(int index, double value) {
        if (size < capacity) {
            rise(size++, index, value);
        } else if (isBefore(value, index, values[0], indices[0])) {
            sink(index, value);
        }
    }

    /** The greatest of what is kept; infinity while there is room. */
    double greatest() {
        return size < capacity ? Double.POSITIVE_INFINITY : values[0];
    }

    /** Moves what is kept, squared distances, to the result, in order. */
    void drain(Neighbours found, int state) {
        while (size > 0) {
            found.put(state, size - 1, indices[0], Math.sqrt(values[0]));
            size--;
            if (size > 0) {
                sink(indices[size], values[size]);
            }
        }
    }

    private static boolean isBefore(double value, int index, double other, int otherIndex) {
        return value < other || (value == other && index < otherIndex);
    }

    private void rise(int from, int index, double value) {
        int child = from;
        while (child > 0) {
            int parent = (child - 1) / 2;
            if (!isBefore(values[parent], indices[parent], value, index)) {
                break;
            }
            set(child, indices[parent], values[parent]);
            child = parent;
        }
        set(child, index, value);
    }

    private void sink(int index, double value) {
        int parent = 0;
        while (2 * parent + 1 < size) {
            int child = 2 * parent + 1;
            if (child + 1 < size && isBefore(values[child], indices[child], values[child + 1], indices[child + 1])) {
                child++;
            }
            if (!isBefore(value, index, values[child], indices[child])) {
                break;
            }
            set(parent, indices[child], values[child]);
            parent = child;
        }
        set(parent, index, value);
    }

    private void set(int at, int index, double value) {
        indices[at] = index;
        values[at] = value;
    }
}
