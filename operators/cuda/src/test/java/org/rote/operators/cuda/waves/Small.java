package org.rote.operators.cuda.waves;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.rote.operators.cuda.device.Device;
import org.rote.operators.propagation.Boundary;
import org.rote.operators.propagation.Propagator;
import org.rote.operators.propagation.WaveKeys;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Layout;
import org.rote.operators.survey.Recording;
import org.rote.operators.survey.Wavelet;
import org.rote.spi.Context;

/** Surveys small enough for a card that is emulated, with sources and receivers between nodes and at the edge, and receivers that share nodes. */
public record Small(List<Integer> shape, int order, Boundary.Top top, int shots, double memory) {

    /** Enough that all is kept. */
    public static final double PLENTY = 1e9;

    private static final int CELLS = 4;

    /** The keys of the section. */
    public WaveKeys keys() {
        boolean plane = shape.size() == 2;
        return new WaveKeys(
                new Grid(shape, plane ? List.of(20.0, 16.0) : List.of(20.0, 18.0, 16.0)),
                new Recording(0.232, 0.004, Optional.of(0.0016)),
                new Wavelet.Ricker(12, Optional.of(0.1)),
                order,
                new Boundary(plane ? 2 * CELLS : CELLS, top),
                new Layout.Points(IntStream.range(0, shots)
                        .mapToObj(s -> plane
                                ? List.of(63.7 + 40 * s, 33.3 + 20 * s)
                                : List.of(63.7 + 20 * s, 83.0 - 30 * s, 33.3 + 16 * s))
                        .toList()),
                new Layout.Line(
                        plane ? List.of(5.0, 21.0) : List.of(5.0, 8.0, 21.0),
                        plane ? List.of(180.0, 130.0) : List.of(140.0, 120.0, 77.0),
                        5),
                memory);
    }

    /** The operator on the cores. */
    public Propagator onCores(Context context) {
        return new Propagator(keys().settings(), context);
    }

    /** The operator on a card. */
    public Propagator onCard(Supplier<Device> card, Context context) {
        return new Propagator(keys().settings(), context, CardStepping.on(card));
    }

    /** Squared slowness of random velocities between 1500 and 3000 m/s. */
    public double[] model(long seed) {
        int size = shape.stream().reduce(1, Math::multiplyExact);
        return new SplittableRandom(seed)
                .doubles(size, 1500, 3000)
                .map(velocity -> 1 / (velocity * velocity))
                .toArray();
    }
}
