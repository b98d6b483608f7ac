package org.rote.spi;

/**
 * A {@link Distribution} that was made from examples and still has them: a memorized diffusion prior, a trained network that ships with its training set. Its support
 * may be the whole space, so it need not have {@link Atoms} itself; diagnostics ask for the training set to say how close a draw comes to an example.
 */
public interface TrainingSet {

    /**
     * The examples with the weights they were given in training.
     *
     * @return at least two examples, in the order of the data set they were read from
     */
    Atoms training();
}
