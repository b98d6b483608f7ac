package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rote.operators.propagation.memory.Plan;
import org.rote.spi.Linearization;

/** The derivative at one model. */
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
     * @param dataSize numbers in the data
     */
    WaveLinearization(ModelWaves waves, Plan plan, ShotOrder order, int dataSize) {
        this.waves = waves;
        this.order = order;
        this.value = new double[dataSize];
        this.backgrounds = new Background[order.shots()];
        order.each((shot, crew) -> backgrounds[shot] = waves.sweep(shot, crew, plan, value));
    }

    @Override
    public double[] value() {
        return value;
    }

    @Override
    public void jvp(double[] dx, double[] out) {
        ModelWaves.Change change = waves.change(dx);
        order.each((shot, crew) -> waves.jvp(shot, crew, backgrounds[shot], change, out));
    }

    @Override
    public void vjp(double[] dy, double[] out) {
        Arrays.fill(out, 0);
        InOrder sum = new InOrder(out);
        order.each((shot, crew) -> sum.add(shot, waves.vjp(shot, crew, backgrounds[shot], dy)));
    }

    /** Gives back what was kept. May be called twice. */
    @Override
    public void close() {
        IntStream.range(0, backgrounds.length).forEach(shot -> backgrounds[shot].close());
    }
}
