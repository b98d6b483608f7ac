package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.rote.operators.propagation.memory.Crew;
import org.rote.spi.Linearization;
import org.rote.spi.RunInterruptedException;

/**
 * The derivative at one model. Several threads may apply it at once, which a linear operator allows: they share what is kept, go through shots of which not all is kept one after the other, and wait where there is no memory for one more call.
 */
final class WaveLinearization implements Linearization {

    private final ModelWaves waves;
    private final ShotOrder order;
    private final int atOnce;
    private final Semaphore calls;
    private final double[] value;
    private final Background[] backgrounds;
    private volatile boolean closed;

    /**
     * Runs forward and keeps what the plan says.
     *
     * @param waves through the model
     * @param turns what to keep, in which order to go through the shots, and how much at once
     */
    WaveLinearization(ModelWaves waves, Turns turns) {
        this.waves = waves;
        this.order = turns.order();
        this.atOnce = turns.shots();
        this.calls = new Semaphore(turns.calls());
        this.value = new double[waves.prepared().dataSize()];
        this.backgrounds = new Background[order.shots()];
        boolean complete = false;
        try {
            order.each((shot, crew) -> backgrounds[shot] = waves.sweep(shot, crew, turns.plan(), value));
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    @Override
    public double[] value() {
        requireOpen();
        return value;
    }

    @Override
    public void jvp(double[] dx, double[] out) {
        waves.prepared().requireChange(dx, out);
        inTurn(() -> {
            PreparedWaves.Change change = waves.change(dx);
            order.each((shot, crew) -> waves.jvp(shot, crew, backgrounds[shot], change, out));
        });
    }

    @Override
    public void vjp(double[] dy, double[] out) {
        waves.prepared().requireData(dy, out);
        inTurn(() -> {
            Arrays.fill(out, 0);
            for (int from = 0; from < order.shots(); from += atOnce) {
                add(from, Math.min(order.shots(), from + atOnce), dy, out);
            }
        });
    }

    /** Adds the gradients of some shots, always in their order, so that the sum has the same bits each time. */
    private void add(int from, int to, double[] dy, double[] sum) {
        double[][] gradients = new double[to - from][];
        order.each(from, to, (shot, crew) -> gradients[shot - from] = vjp(shot, crew, dy));
        for (double[] gradient : gradients) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += gradient[i];
            }
        }
    }

    private double[] vjp(int shot, Crew crew, double[] dy) {
        Background background = backgrounds[shot];
        if (background.schedule().segments() == 0) {
            return waves.vjp(shot, crew, background, dy);
        }
        // What is not kept is computed again in slots of the background, which serve one thread at a time.
        synchronized (background) {
            return waves.vjp(shot, crew, background, dy);
        }
    }

    private void inTurn(Runnable call) {
        try {
            calls.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterruptedException();
        }
        try {
            requireOpen();
            call.run();
        } finally {
            calls.release();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this linearization is closed");
        }
    }

    /** Gives back what was kept. May be called twice. */
    @Override
    public void close() {
        closed = true;
        Stream.of(backgrounds).filter(Objects::nonNull).forEach(Background::close);
    }
}
