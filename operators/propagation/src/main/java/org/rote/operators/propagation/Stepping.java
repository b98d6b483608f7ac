package org.rote.operators.propagation;

import java.util.List;
import org.rote.spi.Context;
import org.rote.spi.Linearization;

/** Where waves are stepped: on the cores of the processor, or on a device. Any number of threads may call it at once. Closed when no one uses it any more. */
public interface Stepping extends AutoCloseable {

    /**
     * Data of all shots.
     *
     * @param waves through one model
     * @param out receives gathers, [shot][receiver][time]; overwritten
     */
    void forward(PreparedWaves waves, double[] out);

    /**
     * Data of all shots, and what their derivative needs.
     *
     * @param waves through one model
     * @return the derivative with respect to squared slowness, to be closed
     */
    Linearization linearize(PreparedWaves waves);

    /** Gives back what it holds; linearizations that are open still work. May be called twice. */
    @Override
    void close();

    /** Makes one, once the shots are placed. */
    @FunctionalInterface
    interface Maker {

        /**
         * Makes it. Cheap: nothing is stepped.
         *
         * @param grid of the waves
         * @param shots on it
         * @param memory that the waves of one linearization may take, in bytes
         * @param context lends its threads, and is told of choices
         * @return the stepping
         */
        Stepping on(PaddedGrid grid, List<PlacedShot> shots, double memory, Context context);
    }
}
