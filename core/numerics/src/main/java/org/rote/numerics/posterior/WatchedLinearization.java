package org.rote.numerics.posterior;

import org.rote.spi.Linearization;

/**
 * A linearization that tells before each product that work goes on, for there may be thousands.
 *
 * @param linearization what it stands for; not closed with it
 * @param alive called before each product; what it throws ends the work
 */
record WatchedLinearization(Linearization linearization, Runnable alive) implements Linearization {

    @Override
    public double[] value() {
        return linearization.value();
    }

    @Override
    public void jvp(double[] dx, double[] out) {
        alive.run();
        linearization.jvp(dx, out);
    }

    @Override
    public void vjp(double[] dy, double[] out) {
        alive.run();
        linearization.vjp(dy, out);
    }

    /** Nothing: whoever opened the linearization closes it. */
    @Override
    public void close() {}
}
