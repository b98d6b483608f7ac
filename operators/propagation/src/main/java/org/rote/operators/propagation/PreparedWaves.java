package org.rote.operators.propagation;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** The waves of all shots through one model, as far as they do not depend on where they are stepped: the model on the grid, where steps work, what feeds a wave and what becomes of its traces. Immutable. */
public final class PreparedWaves {

    /** Powers of two that a change of the model is scaled by at most. */
    private static final int MOST_SCALING = 60;

    /** Powers of two that data are scaled by at most, so that the factor has an inverse. */
    private static final int MOST_OF_DATA = 1000;

    private final PaddedGrid grid;
    private final List<PlacedShot> shots;
    private final Medium medium;
    private final Clock.Ticks ticks;
    private final Reach reach;
    private final double[] model;
    private final int dataSize;

    PreparedWaves(
            PaddedGrid grid,
            List<PlacedShot> shots,
            Medium medium,
            Clock.Ticks ticks,
            Reach reach,
            double[] model,
            int dataSize) {
        this.grid = grid;
        this.shots = shots;
        this.medium = medium;
        this.ticks = ticks;
        this.reach = reach;
        this.model = model.clone();
        this.dataSize = dataSize;
    }

    /** Shots, in the order of the data. */
    public List<PlacedShot> shots() {
        return shots;
    }

    /** Nodes of the model. */
    public int modelSize() {
        return model.length;
    }

    /** Numbers in the data of all shots. */
    public int dataSize() {
        return dataSize;
    }

    /** Recorded steps, the field at the time 0 among them; one more than is stepped. */
    public int samples() {
        return ticks.samples();
    }

    /** Δt²/m at every node of the grid, 0 in the padding; not to be modified. */
    public float[] c() {
        return medium.c();
    }

    /** What the layers do at this step. */
    public Absorption absorption() {
        return medium.absorption();
    }

    Medium medium() {
        return medium;
    }

    /** Where each step of a shot works; the same each time. */
    public List<Box> boxes(int shot) {
        PlacedShot placed = shots.get(shot);
        return reach.boxes(placed.source().nodes(), placed.receivers().nodes(), samples());
    }

    /** What feeds the waves of a shot. */
    public ShotSignals signals(int shot) {
        return new ShotSignals(shots.get(shot), medium, ticks.wavelet(), samples());
    }

    /**
     * Refuses what is no change of the model, and room that is not for data.
     *
     * @throws IllegalArgumentException with the lengths
     */
    public void requireChange(double[] dx, double[] data) {
        requireLength("jvp takes a change of the model of ", model.length, ", got ", dx);
        requireLength("jvp gives data of ", dataSize, ", got room for ", data);
    }

    /**
     * Refuses what are no data, and room that is not for a gradient.
     *
     * @throws IllegalArgumentException with the lengths
     */
    public void requireData(double[] dy, double[] gradient) {
        requireLength("vjp takes data of ", dataSize, ", got ", dy);
        requireLength("vjp gives a gradient of ", model.length, ", got room for ", gradient);
    }

    private static void requireLength(String what, int length, String but, double[] values) {
        if (values.length != length) {
            throw new IllegalArgumentException(what + length + " numbers" + but + values.length);
        }
    }

    /** A change of the model, on the grid. */
    public Change change(double[] dm) {
        double largest = 0;
        for (int i = 0; i < dm.length; i++) {
            largest = Math.max(largest, Math.abs(dm[i] / model[i]));
        }
        // A factor beyond these would not be one in single precision, once the loudness of a wave is taken out of it.
        int exponent = largest > 0 ? Math.max(-MOST_SCALING, Math.min(Math.getExponent(largest), MOST_SCALING)) : 0;
        double[] relative = new double[dm.length];
        Arrays.setAll(relative, i -> Math.scalb(-dm[i] / model[i], -exponent));
        float[] scale = new float[grid.size()];
        grid.extend(relative, scale);
        return new Change(scale, Math.scalb(1f, exponent));
    }

    /**
     * A change of the model.
     *
     * @param scale −δm/m at every node, divided by the factor
     * @param factor a power of two
     */
    public record Change(float[] scale, float factor) {}

    /**
     * The gradient of one shot from correlations over the grid.
     *
     * @param sum of the wave that runs back times the second differences of the shot's wave
     * @param factor of all values
     * @return by nodes of the model, a new array
     */
    public double[] gradient(float[] sum, double factor) {
        double[] gradient = new double[model.length];
        grid.fold(sum, factor, gradient);
        return gradient;
    }

    /** Does tasks that do not depend on each other, perhaps on several threads, and returns when all are done. */
    @FunctionalInterface
    public interface Sharing {

        /** Does each of so many tasks, numbered from 0. */
        void each(int tasks, IntConsumer task);
    }

    /**
     * Brings the traces of a shot to the times of the data.
     *
     * @param shot its number
     * @param traces [step][receiver]; not modified
     * @param data of all shots; those of this one are overwritten
     * @param sharing of the work
     */
    public void write(int shot, float[] traces, double[] data, Sharing sharing) {
        TimeTransform transform = ticks.transform();
        int receivers = receivers(shot);
        int offset = offset(shot);
        sharing.each(transform.groups(receivers), group -> transform.apply(group, traces, receivers, data, offset));
    }

    /**
     * Traces that are sent back.
     *
     * @param traces [step][receiver], divided by the factor
     * @param factor a power of two: data may be smaller and larger than single precision goes
     */
    public record Returned(float[] traces, double factor) {}

    /**
     * The transpose of {@link #write}.
     *
     * @param shot its number
     * @param data of all shots; not modified
     * @param sharing of the work
     * @return a new array, and a factor
     */
    public Returned read(int shot, double[] data, Sharing sharing) {
        TimeTransform transform = ticks.transform();
        float[] traces = traces(shot);
        int receivers = receivers(shot);
        int offset = offset(shot);
        int exponent = exponent(data, offset);
        sharing.each(
                transform.groups(receivers),
                group -> transform.applyTransposed(group, data, offset, Math.scalb(1.0, -exponent), receivers, traces));
        return new Returned(traces, Math.scalb(1.0, exponent));
    }

    /** Of the largest number of a shot. */
    private int exponent(double[] data, int offset) {
        double largest = 0;
        for (int i = 0; i < dataSize / shots.size(); i++) {
            largest = Math.max(largest, Math.abs(data[offset + i]));
        }
        return largest > 0 ? Math.max(-MOST_OF_DATA, Math.min(Math.getExponent(largest), MOST_OF_DATA)) : 0;
    }

    /** Room for the traces of a shot, [step][receiver]. */
    public float[] traces(int shot) {
        return new float[samples() * receivers(shot)];
    }

    private int receivers(int shot) {
        return shots.get(shot).receivers().count();
    }

    private int offset(int shot) {
        return shot * (dataSize / shots.size());
    }
}
