package org.rote.operators.propagation;

/** Memory that shots take and give back: states of waves, fields, arrays of second differences. */
final class Workshop {

    /** Floats in an array of second differences, at least; 16 MiB. */
    private static final int LEAST_LENGTH = 1 << 22;

    private final int length;
    private final Shelf<Fields> states;
    private final Shelf<float[]> fields;
    private final Shelf<float[]> arrays;

    Workshop(SteppingSpace space) {
        this.length = (int) Math.max(LEAST_LENGTH, Box.all(space.grid()).size());
        this.states = new Shelf<>(space::fields);
        this.fields = new Shelf<>(() -> new float[space.grid().size()]);
        this.arrays = new Shelf<>(() -> new float[length]);
    }

    /** Waves; a state taken is to be cleared. */
    Shelf<Fields> states() {
        return states;
    }

    /** Arrays over the grid, as they were left. */
    Shelf<float[]> fields() {
        return fields;
    }

    /** Arrays of second differences, as they were left. */
    Shelf<float[]> arrays() {
        return arrays;
    }

    /** Length of an array of second differences. */
    int length() {
        return length;
    }
}
