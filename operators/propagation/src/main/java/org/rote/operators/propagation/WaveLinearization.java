package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.rote.spi.Gate;
import org.rote.spi.Linearization;

/**
 * The derivative at one model. Several threads may apply it at once, which a linear operator allows: they share what is kept, and wait for their turn, or work for the call that has it, where there is no memory for one more, or where not all is kept.
 */
final class WaveLinearization implements Linearization {

    private final ModelWaves waves;
    private final Turns turns;
    private final ShotOrder order;
    private final Gate calls;
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
        this.turns = turns;
        this.order = turns.order();
        this.calls = order.executor().gate(turns.calls());
        this.value = new double[waves.prepared().dataSize()];
        this.backgrounds = new Background[order.shots()];
        boolean complete = false;
        try {
            waves.during(
                    turns,
                    () -> order.each((shot, crew) -> backgrounds[shot] = waves.sweep(shot, crew, turns.plan(), value)));
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
            for (int from = 0; from < order.shots(); from += turns.shots()) {
                add(from, Math.min(order.shots(), from + turns.shots()), dy, out);
            }
        });
    }

    /** Adds the gradients of some shots, always in their order, so that the sum has the same bits each time. */
    private void add(int from, int to, double[] dy, double[] sum) {
        double[][] gradients = new double[to - from][];
        order.each(from, to, (shot, crew) -> gradients[shot - from] = waves.vjp(shot, crew, backgrounds[shot], dy));
        for (double[] gradient : gradients) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += gradient[i];
            }
        }
    }

    private void inTurn(Runnable call) {
        calls.pass(() -> {
            requireOpen();
            waves.during(turns, call);
        });
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
