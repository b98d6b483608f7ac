package org.rote.spi;

/**
 * Where the sources and receivers of recorded data stood, for data of {@code [shot][receiver][time]}: what a {@link Space} does not say of them and files of gathers keep in their trace
 * headers.
 */
public interface Acquisition {

    /**
     * Where a wave began.
     *
     * @param shot the number of the shot, from 0
     * @return coordinates in m in the order of the model's axes, depth last and downwards: (x, z) or (x, y, z)
     */
    double[] source(int shot);

    /**
     * Where it was recorded.
     *
     * @param shot the number of the shot, from 0
     * @param receiver the number of the receiver in the shot's gather, from 0
     * @return coordinates as those of the source
     */
    double[] receiver(int shot, int receiver);
}
