package org.rote.numerics;

/** The nearest training models of some states, nearest first; at equal distance in the order of the training set. */
public final class Neighbours {

    private final int number;
    private final int k;
    private final int[] models;
    private final double[] distances;

    Neighbours(int number, int k) {
        this.number = number;
        this.k = k;
        this.models = new int[Math.multiplyExact(number, k)];
        this.distances = new double[models.length];
    }

    void put(int state, int rank, int model, double distance) {
        models[state * k + rank] = model;
        distances[state * k + rank] = distance;
    }

    /** Copies in the neighbours of states from {@code first} on. */
    void put(int first, Neighbours part) {
        System.arraycopy(part.models, 0, models, first * k, part.models.length);
        System.arraycopy(part.distances, 0, distances, first * k, part.distances.length);
    }

    /**
     * How many states there are.
     *
     * @return their number
     */
    public int number() {
        return number;
    }

    /**
     * How many neighbours each state has.
     *
     * @return k, or less where the training set is smaller
     */
    public int k() {
        return k;
    }

    /**
     * One neighbour.
     *
     * @param state number of the state
     * @param rank 0 for the nearest
     * @return number of the training model
     */
    public int model(int state, int rank) {
        return models[state * k + rank];
    }

    /**
     * How far it is.
     *
     * @param state number of the state
     * @param rank 0 for the nearest
     * @return the Euclidean distance, in the unit of the models
     */
    public double distance(int state, int rank) {
        return distances[state * k + rank];
    }
}
