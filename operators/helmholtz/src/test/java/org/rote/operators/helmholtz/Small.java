package org.rote.operators.helmholtz;

import java.util.List;
import java.util.random.RandomGenerator;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Interpolation;
import org.rote.operators.survey.Layout;
import org.rote.spi.ForwardOperator;
import org.rote.testkit.TestContext;

/** A survey small enough for many evaluations: 13 × 11 nodes of different spacings, sources and receivers between nodes and at the edge. */
record Small(WaveSpeed parameter, Stencil stencil, Precision precision, Interpolation interpolation) {

    static final double SLOWEST = 1500;
    static final double FASTEST = 3000;

    ForwardOperator operator(double... frequencies) {
        HelmholtzConfig config = new HelmholtzConfig(
                parameter,
                new Grid(List.of(13, 11), List.of(20.0, 16.0)),
                java.util.Arrays.stream(frequencies).boxed().toList(),
                new HelmholtzConfig.Pml(6, 150),
                new Layout.Points(List.of(List.of(40.0, 16.0), List.of(123.4, 0.0), List.of(240.0, 91.0))),
                new Layout.Line(List.of(0.0, 160.0), List.of(240.0, 137.0), 5),
                interpolation,
                stencil,
                precision);
        return new HelmholtzFactory().create(config, TestContext.forOperator());
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
