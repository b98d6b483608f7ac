package org.rote.benchmarks;

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

/** The operator {@code acoustic-cuda} on the first card, on the work of {@link AcousticSurvey}; {@link AcousticBenchmark} times the same on the cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx5g")
public class CudaBenchmark {

    /** Cells along each axis. */
    @Param({"1024x1024", "256x256x256"})
    public String size;

    /** Sources: 1 or, in two dimensions, 16. */
    @Param("1")
    public int shots;

    /** Steps of 1 ms. */
    @Param("1000")
    public int steps;

    /** Of the card, in gigabytes. */
    @Param("8")
    public int memory;

    private ForwardOperator operator;
    private FixedThreads executor;
    private double[] model;
    private double[] traces;
    private double[] gradient;

    /** Places the survey in a smooth model. */
    @Setup(Level.Trial)
    public void place() {
        AcousticSurvey survey = AcousticSurvey.ofSize(size, shots, steps);
        executor = new FixedThreads(1);
        operator = survey.onCard(1e9 * memory, new OperatorContext(executor));
        model = survey.velocity();
        traces = new double[operator.range().size()];
        gradient = new double[model.length];
    }

    /** Gives the card back. */
    @TearDown(Level.Trial)
    public void stop() throws Exception {
        if (operator instanceof AutoCloseable resource) {
            resource.close();
        }
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
}
