package org.rote.spi;

/**
 * Models (training sets, held-out sets, truths) read one at a time, so that a set may be larger than memory. Safe to use from several threads at
 * once.
 */
public interface Dataset {

    /**
     * Where the models live.
     *
     * @return always the same space
     */
    Space space();

    /**
     * How many models there are.
     *
     * @return at least 0
     */
    int count();

    /**
     * Reads one model.
     *
     * @param index number of the model, from 0; reading in order is fast everywhere
     * @param out receives the model; overwritten whole
     * @throws IndexOutOfBoundsException when there is no model of this number
     * @throws InvalidInputException when it cannot be read or is not finite; says in which file, which model, which value
     */
    void read(int index, double[] out);
}
