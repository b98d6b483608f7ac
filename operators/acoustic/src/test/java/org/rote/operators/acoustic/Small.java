package org.rote.operators.acoustic;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.propagation.Boundary;
import org.rote.operators.propagation.WaveKeys;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Layout;
import org.rote.operators.survey.Recording;
import org.rote.operators.survey.Wavelet;
import org.rote.spi.ForwardOperator;
import org.rote.testkit.TestContext;

/** Surveys small enough for many evaluations, with sources and receivers between nodes and at the edge. */
record Small(WaveSpeed parameter, List<Integer> shape, int order, Boundary.Top top, double memory) {

    static final double SLOWEST = 1500;
    static final double FASTEST = 3000;

    Small withMemory(double bytes) {
        return new Small(parameter, shape, order, top, bytes);
    }

    AcousticConfig config() {
        boolean plane = shape.size() == 2;
        return new AcousticConfig(
                parameter,
                new WaveKeys(
                        new Grid(shape, plane ? List.of(20.0, 16.0) : List.of(20.0, 18.0, 16.0)),
                        new Recording(0.232, 0.004, Optional.of(0.0013)),
                        new Wavelet.Ricker(12, Optional.of(0.1)),
                        order,
                        new Boundary(plane ? 8 : 4, top),
                        new Layout.Points(
                                plane
                                        ? List.of(List.of(63.7, 33.3), List.of(160.0, 100.0))
                                        : List.of(List.of(63.7, 83.0, 33.3), List.of(130.0, 36.0, 80.0))),
                        new Layout.Line(
                                plane ? List.of(5.0, 21.0) : List.of(5.0, 8.0, 21.0),
                                plane ? List.of(240.0, 130.0) : List.of(140.0, 120.0, 77.0),
                                3),
                        memory));
    }

    ForwardOperator operator() {
        return new AcousticFactory().create(config(), TestContext.forOperator());
    }

    /** A random model of the parameter between {@link #SLOWEST} and {@link #FASTEST} m/s. */
    double[] model(RandomGenerator random, int size) {
        double[] model = new double[size];
        for (int i = 0; i < size; i++) {
            double velocity = SLOWEST + (FASTEST - SLOWEST) * random.nextDouble();
            model[i] = WaveSpeed.VELOCITY.convert(velocity, parameter);
        }
        return model;
    }
}
