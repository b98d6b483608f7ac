package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.rote.operators.propagation.memory.Crew;
import org.rote.operators.propagation.memory.Plan;
import org.rote.spi.Linearization;

/** The derivative at one model. Several threads may apply it at once, which a linear operator allows: they share what is kept, and go through shots of which not all is kept one after the other. */
final class WaveLinearization implements Linearization {

    private final ModelWaves waves;
    private final ShotOrder order;
    private final double[] value;
    private final Background[] backgrounds;

    /**
     * Runs forward and keeps what the plan says.
     *
     * @param waves through the model
     * @param plan what to keep
     * @param order in which to go through the shots
     */
    WaveLinearization(ModelWaves waves, Plan plan, ShotOrder order) {
        this.waves = waves;
        this.order = order;
        this.value = new double[waves.dataSize()];
        this.backgrounds = new Background[order.shots()];
        boolean complete = false;
        try {
            order.each((shot, crew) -> backgrounds[shot] = waves.sweep(shot, crew, plan, value));
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    @Override
    public double[] value() {
        return value;
    }

    @Override
    public void jvp(double[] dx, double[] out) {
        PreparedWaves.Change change = waves.change(dx);
        order.each((shot, crew) -> waves.jvp(shot, crew, backgrounds[shot], change, out));
    }

    @Override
    public void vjp(double[] dy, double[] out) {
        Arrays.fill(out, 0);
        InOrder sum = new InOrder(out);
        order.each((shot, crew) -> sum.add(shot, vjp(shot, crew, dy)));
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

    /** Gives back what was kept. May be called twice. */
    @Override
    public void close() {
        Stream.of(backgrounds).filter(Objects::nonNull).forEach(Background::close);
    }
}
