package org.rote.benchmarks;

import java.util.Arrays;
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
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;

/**
 * The operator {@code acoustic} on the work of {@link AcousticSurvey}, float32, 256 receivers. {@code peers/acoustic.py} times the same on Devito
 * and Deepwave, and can run this between them. Java is started as {@code bin/rote} starts it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-modules=jdk.incubator.vector",
            "-XX:+UseParallelGC",
            "-XX:ObjectAlignmentInBytes=64",
            "-Xms5g",
            "-Xmx5g"
        })
public class AcousticBenchmark {

    /** Cells along each axis. */
    @Param({"256x256", "512x512"})
    public String size;

    /** Sources: 1 or, in two dimensions, 16. */
    @Param("1")
    public int shots;

    /** Steps of 1 ms. */
    @Param("1000")
    public int steps;

    /** Implementation of the kernels. */
    @Param({"vector", "plain"})
    public String kernels;

    /** Threads. */
    @Param({"1", "2"})
    public int threads;

    private FixedThreads executor;
    private ForwardOperator operator;
    private double[] model;
    private double[] perturbation;
    private double[] traces;
    private double[] gradient;

    /** Places the survey in a smooth model. */
    @Setup(Level.Trial)
    public void place() {
        // Read once, when the kernels are first used; each set of parameters has a virtual machine of its own.
        System.setProperty("org.rote.numerics.kernels", kernels);
        AcousticSurvey survey = AcousticSurvey.ofSize(size, shots, steps);
        executor = new FixedThreads(threads);
        operator = survey.operator(new OperatorContext(executor));
        model = survey.velocity();
        perturbation = Arrays.stream(model).map(v -> 0.05 * v).toArray();
        traces = new double[operator.range().size()];
        gradient = new double[model.length];
        operator.forward(model, traces);
    }

    @TearDown(Level.Trial)
    public void stop() {
        executor.close();
    }

    @Benchmark
    public double[] forward() {
        operator.forward(model, traces);
        return traces;
    }

    /** Forward run and adjoint run, as one iteration of an inversion needs them. */
    @Benchmark
    public double[] gradient() {
        try (Linearization at = operator.linearize(model)) {
            at.vjp(at.value(), gradient);
        }
        return gradient;
    }

    /** Forward run and scattered run, as one linearized simulation in a new background needs them. */
    @Benchmark
    public double[] born() {
        try (Linearization at = operator.linearize(model)) {
            at.jvp(perturbation, traces);
        }
        return traces;
    }

    /** The scattered run where the background's wavefield is kept. */
    @Benchmark
    public double[] bornKept(Background background) {
        background.at.jvp(perturbation, traces);
        return traces;
    }

    /** The adjoint run where the background's wavefield is kept. */
    @Benchmark
    public double[] bornAdjoint(Background background) {
        background.at.vjp(background.at.value(), gradient);
        return gradient;
    }

    /** The wavefield of the model, computed once. */
    @State(Scope.Benchmark)
    public static class Background {

        private Linearization at;

        /** Computes it. */
        @Setup(Level.Trial)
        public void linearize(AcousticBenchmark benchmark) {
            at = benchmark.operator.linearize(benchmark.model);
        }

        @TearDown(Level.Trial)
        public void release() {
            at.close();
        }
    }
}
