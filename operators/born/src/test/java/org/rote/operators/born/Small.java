package org.rote.operators.born;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.acoustic.AcousticConfig;
import org.rote.operators.acoustic.AcousticPlugin;
import org.rote.operators.propagation.BornOperator;
import org.rote.operators.propagation.Boundary;
import org.rote.operators.propagation.WaveKeys;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Layout;
import org.rote.operators.survey.Recording;
import org.rote.operators.survey.Wavelet;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Space;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestContext;

/** A survey small enough for many evaluations, with shots and receivers between nodes, over a random background. */
record Small(List<Integer> shape, Boundary.Top top, double memory) {

    static final double PLENTY = 1e9;
    private static final long SEED = 21;
    private static final int ORDER = 4;
    private static final Recording TIME = new Recording(0.232, 0.004, Optional.of(0.0013));
    private static final Wavelet WAVELET = new Wavelet.Ricker(12, Optional.of(0.1));

    private boolean isPlane() {
        return shape.size() == 2;
    }

    private Grid grid() {
        return new Grid(shape, isPlane() ? List.of(20.0, 16.0) : List.of(20.0, 18.0, 16.0));
    }

    private Boundary boundary() {
        return new Boundary(isPlane() ? 8 : 4, top);
    }

    private Layout shots() {
        return new Layout.Points(
                isPlane()
                        ? List.of(List.of(63.7, 33.3), List.of(160.0, 100.0))
                        : List.of(List.of(63.7, 83.0, 33.3), List.of(130.0, 36.0, 80.0)));
    }

    private Layout.Line receivers() {
        return new Layout.Line(
                isPlane() ? List.of(5.0, 21.0) : List.of(5.0, 8.0, 21.0),
                isPlane() ? List.of(240.0, 130.0) : List.of(140.0, 120.0, 77.0),
                3);
    }

    Space space() {
        return acoustic().domain();
    }

    /** Squared slowness between 1500 and 3000 m/s. */
    double[] background() {
        return new SplittableRandom(SEED)
                .doubles(space().size(), 1500, 3000)
                .map(velocity -> 1 / (velocity * velocity))
                .toArray();
    }

    private WaveKeys waves() {
        return new WaveKeys(grid(), TIME, WAVELET, ORDER, boundary(), shots(), receivers(), memory);
    }

    BornConfig config(Dataset background) {
        return new BornConfig(new FixedPart<>("inline", background), waves());
    }

    BornOperator born(Context context) {
        return born(new InMemoryDataset(space(), background()), context);
    }

    BornOperator born(Dataset background, Context context) {
        return (BornOperator) new BornFactory().create(config(background), context);
    }

    /** The operator whose derivative born is. */
    ForwardOperator acoustic() {
        AcousticConfig config = new AcousticConfig(WaveSpeed.SQUARED_SLOWNESS, waves());
        Factory<?, ? extends ForwardOperator> factory =
                new AcousticPlugin().operators().get(0);
        return create(factory, config);
    }

    private static <C extends Record> ForwardOperator create(
            Factory<C, ? extends ForwardOperator> factory, AcousticConfig config) {
        return factory.create(factory.configType().cast(config), TestContext.forOperator());
    }
}
