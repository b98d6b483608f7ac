package org.rote.operators.cuda.waves;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.rote.operators.propagation.Absorption;
import org.rote.operators.propagation.Differences;
import org.rote.operators.propagation.Layer;
import org.rote.operators.propagation.PaddedGrid;

/** How waves lie on a card: the structure {@code Setup} of {@code waves.cu}, and sizes. A state is the field at even and at odd steps, the first memories of all layers and the second ones. Numbers are of four bytes. */
final class CardLayout {

    /** Numbers in a line of the card's cache. */
    static final int LINE = 32;

    private static final int BYTES = 576;
    private static final int AXES = 3;
    private static final int MOST_LAYERS = 6;
    private static final int MOST_RADIUS = 8;
    private static final int LAYER_FIRST_RADIUS = 2;
    private static final int LAYER_SECOND_RADIUS = 4;

    private final PaddedGrid grid;
    private final List<Layer> layers;
    private final int lead;
    private final long fieldSize;
    private final long memoriesSize;

    CardLayout(PaddedGrid grid) {
        this.grid = grid;
        this.layers = Absorption.layers(grid);
        this.lead = (int) (lines(grid.row(0, 0)) * LINE - grid.row(0, 0));
        this.fieldSize = lines((long) lead + grid.size()) * LINE;
        this.memoriesSize = layers.stream().mapToLong(CardLayout::memoryLines).sum() * LINE;
    }

    private static long lines(long numbers) {
        return (numbers + LINE - 1) / LINE;
    }

    private static long memoryLines(Layer layer) {
        return lines(layer.memorySize());
    }

    PaddedGrid grid() {
        return grid;
    }

    /** Numbers before a field, so that its rows begin on a line. */
    int lead() {
        return lead;
    }

    /** Numbers of a field, with what is before it and what fills it up. */
    long fieldSize() {
        return fieldSize;
    }

    /** Numbers of the state of one shot. */
    long stateSize() {
        return 2 * fieldSize + 2 * memoriesSize;
    }

    /** Nodes in all layers. */
    int layerNodes() {
        return layers.stream().mapToInt(this::nodes).reduce(0, Math::addExact);
    }

    private int nodes(Layer layer) {
        int nodes = layer.to() - layer.from();
        for (int axis = 0; axis < AXES; axis++) {
            nodes = Math.multiplyExact(nodes, axis == layer.axis() ? 1 : grid.count(axis));
        }
        return nodes;
    }

    /** A field with what is before it. */
    float[] led(float[] field) {
        float[] led = new float[lead + field.length];
        System.arraycopy(field, 0, led, lead, field.length);
        return led;
    }

    /** b and then a of every layer, at its own nodes. */
    float[] profiles(Absorption absorption) {
        float[] profiles = new float[2 * profileLength()];
        int at = 0;
        for (int l = 0; l < layers.size(); l++) {
            int from = layers.get(l).from();
            int length = layers.get(l).to() - from;
            System.arraycopy(absorption.decay(l), from, profiles, at, length);
            System.arraycopy(absorption.gain(l), from, profiles, at + length, length);
            at += 2 * length;
        }
        return profiles;
    }

    private int profileLength() {
        return layers.stream().mapToInt(layer -> layer.to() - layer.from()).sum();
    }

    /** The structure {@code Setup}. */
    byte[] setup() {
        ByteBuffer setup = ByteBuffer.allocate(BYTES).order(ByteOrder.nativeOrder());
        setup.putLong(stateSize()).putLong(fieldSize);
        setup.putInt(lead).putInt(grid.radius()).putInt(grid.row(0, 0));
        for (int axis = 0; axis < AXES; axis++) {
            setup.putInt(grid.stride(axis));
        }
        for (int axis = 0; axis < AXES; axis++) {
            setup.putInt(grid.count(axis));
        }
        putInner(setup);
        setup.putInt(layers.size());
        putWeights(setup);
        putLayers(setup);
        return setup.array();
    }

    private void putInner(ByteBuffer setup) {
        int[] from = new int[AXES];
        int[] to = new int[AXES];
        for (int axis = 0; axis < AXES; axis++) {
            to[axis] = grid.count(axis);
        }
        for (Layer layer : layers) {
            if (layer.from() == 0) {
                from[layer.axis()] = layer.seen().to(layer.axis());
            } else {
                to[layer.axis()] = layer.seen().from(layer.axis());
            }
        }
        for (int axis = 0; axis < AXES; axis++) {
            setup.putInt(from[axis]);
        }
        for (int axis = 0; axis < AXES; axis++) {
            setup.putInt(to[axis]);
        }
    }

    private void putWeights(ByteBuffer setup) {
        double[] second = grid.differences().second();
        double centre = 0;
        for (int axis = 0; axis < grid.dimensions(); axis++) {
            centre += second[0] / (grid.spacing(axis) * grid.spacing(axis));
        }
        setup.putFloat((float) centre);
        putWeights(setup, second, 2, MOST_RADIUS);
        putWeights(setup, Differences.FOURTH.first(), 1, LAYER_FIRST_RADIUS);
        putWeights(setup, grid.differences().inLayers().second(), 2, LAYER_SECOND_RADIUS);
    }

    /** Weights over a power of the spacing of each axis, with zeros up to a radius. */
    private void putWeights(ByteBuffer setup, double[] weights, int power, int radius) {
        for (int axis = 0; axis < AXES; axis++) {
            boolean exists = axis < grid.dimensions();
            double h = exists ? Math.pow(grid.spacing(axis), power) : 1;
            for (int k = 0; k <= radius; k++) {
                setup.putFloat(exists && k < weights.length ? (float) (weights[k] / h) : 0);
            }
        }
    }

    private void putLayers(ByteBuffer setup) {
        long first = 2 * fieldSize / LINE;
        long second = first + memoriesSize / LINE;
        int profile = 0;
        int nodes = 0;
        for (Layer layer : layers) {
            int start = layer.memory(0, 0, 0);
            nodes += nodes(layer);
            setup.putInt(layer.axis()).putInt(layer.from()).putInt(layer.to());
            setup.putInt(layer.seen().from(layer.axis()));
            setup.putInt(layer.seen().to(layer.axis()));
            setup.putInt(start).putInt(layer.memory(0, 1, 0) - start).putInt(layer.memory(0, 0, 1) - start);
            setup.putInt(profile).putInt(nodes);
            setup.putInt(Math.toIntExact(first)).putInt(Math.toIntExact(second));
            profile += 2 * (layer.to() - layer.from());
            first += memoryLines(layer);
            second += memoryLines(layer);
        }
        setup.position(setup.position() + (MOST_LAYERS - layers.size()) * 12 * Integer.BYTES);
    }
}
