package org.rote.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.helmholtz.HelmholtzConfig;
import org.rote.operators.helmholtz.HelmholtzPlugin;
import org.rote.operators.helmholtz.Precision;
import org.rote.operators.helmholtz.Stencil;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Interpolation;
import org.rote.operators.survey.Layout;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;

/**
 * One gradient of the operator {@code helmholtz} at the size of the published experiment: 200 × 200 nodes and layers of 30 cells a side, 67 600 unknowns, 6 Hz, 15 sources, 196 receivers.
 * The matrix is factorised, 15 wavefields and 15 adjoint fields are solved for at all nodes, and multiplied. {@code peers/helmholtz.py} times the same on SciPy.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xms2g", "-Xmx2g"})
public class HelmholtzGradientBenchmark {

    private static final long SEED = 20261123;
    private static final int SHAPE = 200;
    private static final double SPACING = 10;
    private static final int SOURCES = 15;
    private static final int RECEIVERS = 196;

    /** Precision of the factors. */
    @Param({"SINGLE", "DOUBLE"})
    public Precision precision;

    /** Implementation of the kernels. */
    @Param({"vector", "plain"})
    public String kernels;

    /** Threads. */
    @Param({"1", "2"})
    public int threads;

    /** Coupling of five nodes, as published, or of nine. */
    @Param("FIVE_POINT")
    public Stencil stencil;

    private FixedThreads executor;
    private ForwardOperator operator;
    private double[] model;
    private double[] residual;
    private double[] gradient;

    /** Places the survey in a smooth model between 1 500 and 3 000 m/s. */
    @Setup(Level.Trial)
    public void place() {
        // Read once, when the kernels are first used; each set of parameters has a virtual machine of its own.
        System.setProperty("org.rote.numerics.kernels", kernels);
        List<List<Integer>> sources = new ArrayList<>();
        for (int s = 0; s < SOURCES; s++) {
            sources.add(List.of(2 + s * (SHAPE - 4) / SOURCES, 2));
        }
        HelmholtzConfig config = new HelmholtzConfig(
                WaveSpeed.SQUARED_SLOWNESS,
                new Grid(List.of(SHAPE, SHAPE), List.of(SPACING, SPACING)),
                List.of(6.0),
                new HelmholtzConfig.Pml(30, 200),
                new Layout.Cells(sources),
                new Layout.Line(List.of(20.0, 1970.0), List.of(1970.0, 1970.0), RECEIVERS),
                Interpolation.SINC,
                stencil,
                precision);
        executor = new FixedThreads(threads);
        operator = create(new HelmholtzPlugin().operators().get(0), config);
        model = new double[operator.domain().size()];
        for (int i = 0; i < SHAPE; i++) {
            for (int k = 0; k < SHAPE; k++) {
                double velocity = 2250 + 750 * Math.sin(4 * Math.PI * i / SHAPE) * Math.cos(0.07 * k);
                model[i * SHAPE + k] = 1 / (velocity * velocity);
            }
        }
        residual = new SplittableRandom(SEED)
                .doubles(operator.range().size(), -1, 1)
                .toArray();
        gradient = new double[model.length];
    }

    private <C extends Record> ForwardOperator create(
            Factory<C, ? extends ForwardOperator> factory, HelmholtzConfig config) {
        return factory.create(factory.configType().cast(config), new OperatorContext(executor));
    }

    @TearDown(Level.Trial)
    public void stop() {
        executor.close();
    }

    @Benchmark
    public double[] gradient() {
        try (Linearization at = operator.linearize(model)) {
            at.vjp(residual, gradient);
        }
        return gradient;
    }
}
