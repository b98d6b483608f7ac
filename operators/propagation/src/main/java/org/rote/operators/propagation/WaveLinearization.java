package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.Optional;
import org.rote.spi.Linearization;

/** The derivative at one model. Keeps the second differences of as many shots as memory allows; those of the others are computed again whenever they are needed. */
final class WaveLinearization implements Linearization {

    private final ModelWaves waves;
    private final Propagator.Shots shots;
    private final Kept[] kept;
    private final double[] value;

    WaveLinearization(ModelWaves waves, Propagator.Shots shots, double memory, int dataSize) {
        this.waves = waves;
        this.shots = shots;
        this.kept = new Kept[waves.shots()];
        this.value = new double[dataSize];
        Arrays.fill(kept, Kept.NOTHING);
        boolean[] keeps = new boolean[kept.length];
        double left = memory;
        for (int shot = 0; shot < keeps.length; shot++) {
            left -= (double) Float.BYTES * waves.keptSize(shot);
            keeps[shot] = left >= 0;
        }
        shots.each((shot, crew) -> {
            if (keeps[shot]) {
                kept[shot] = waves.keep(shot, crew, value);
            } else {
                waves.forward(shot, crew, value);
            }
        });
    }

    @Override
    public double[] value() {
        return value;
    }

    @Override
    public void jvp(double[] dx, double[] out) {
        ModelWaves.Change change = waves.change(dx);
        shots.each((shot, crew) -> {
            Kept there = kept[shot];
            Optional<Kept> again = there == Kept.NOTHING ? Optional.of(waves.keep(shot, crew)) : Optional.empty();
            waves.jvp(shot, crew, again.orElse(there), change, out);
            again.ifPresent(waves::give);
        });
    }

    @Override
    public void vjp(double[] dy, double[] out) {
        double[][] gradients = new double[kept.length][];
        shots.each((shot, crew) -> {
            Kept there = kept[shot];
            Optional<Kept> again = there == Kept.NOTHING ? Optional.of(waves.keep(shot, crew)) : Optional.empty();
            double[] gradient = new double[waves.modelSize()];
            waves.addVjp(shot, crew, again.orElse(there), dy, gradient);
            gradients[shot] = gradient;
            again.ifPresent(waves::give);
        });
        Arrays.fill(out, 0);
        for (double[] gradient : gradients) {
            for (int i = 0; i < out.length; i++) {
                out[i] += gradient[i];
            }
        }
    }

    @Override
    public void close() {
        for (int shot = 0; shot < kept.length; shot++) {
            waves.give(kept[shot]);
            kept[shot] = Kept.NOTHING;
        }
    }
}
