package org.rote.benchmarks;

import java.util.Arrays;
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
import org.rote.numerics.NearestModels;
import org.rote.numerics.Neighbours;
import org.rote.numerics.TrainingMatrix;
import org.rote.numerics.TrainingMatrix.Storage;
import org.rote.numerics.TrainingMatrixBuilder;

/**
 * The 50 nearest of 10 000 training models to each of 1 000 states, exactly: one call of {@link NearestModels#find}. {@code peers/nearest_models.py} times the same in double precision on PyTorch and NumPy.
 *
 * <p>{@code preparation} says whether the search of the training set (norms, a copy in single precision) is made anew in every call, as a script that is called once does it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 4)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xms3g", "-Xmx3g"})
public class NearestModelsBenchmark {

    private static final int NEIGHBOURS = 50;
    private static final long SEED = 20261123;

    /** How many states are asked about. */
    @Param("1000")
    public int states;

    /** Number of training models, N. */
    @Param("10000")
    public int models;

    /** Values of a training model, d. */
    @Param("4096")
    public int values;

    /** How the training models are held. */
    @Param({"FLOAT32", "FLOAT64"})
    public Storage storage;

    /** Whether what depends on the training models alone is done in each call. */
    @Param({"false", "true"})
    public boolean preparation;

    /** Threads. */
    @Param({"1", "2"})
    public int threads;

    private FixedThreads executor;
    private TrainingMatrix matrix;
    private NearestModels nearest;
    private double[] points;

    /** Draws training models and states, all standard normal. */
    @Setup(Level.Trial)
    public void draw() {
        SplittableRandom random = new SplittableRandom(SEED);
        TrainingMatrixBuilder builder = TrainingMatrix.builder(models, values, storage);
        double[] model = new double[values];
        for (int n = 0; n < models; n++) {
            Arrays.setAll(model, k -> (float) random.nextGaussian());
            builder.add(model);
        }
        points = new double[states * values];
        Arrays.setAll(points, i -> random.nextGaussian());
        executor = new FixedThreads(threads);
        matrix = builder.build();
        nearest = new NearestModels(matrix, executor);
    }

    @TearDown(Level.Trial)
    public void stop() {
        executor.close();
    }

    @Benchmark
    public Neighbours find() {
        NearestModels search = preparation ? new NearestModels(matrix, executor) : nearest;
        return search.find(points, states, NEIGHBOURS);
    }
}
