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
import org.rote.numerics.MemorizedScore;
import org.rote.numerics.TrainingMatrix;
import org.rote.numerics.TrainingMatrix.Storage;
import org.rote.numerics.TrainingMatrixBuilder;

/**
 * One call of {@link MemorizedScore#score}: 128 states, standard normal training models. {@code peers/memorized_score.py} times the same on NumPy.
 *
 * <p>At {@code sigma} 100 every training model matters to every state, so both matrix products are done in full; at 0.5 each state has one neighbour, and the second product is not
 * needed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Xms6g", "-Xmx6g"})
public class MemorizedScoreBenchmark {

    private static final int STATES = 128;
    private static final long SEED = 20261122;

    /** Number of training models, N. */
    @Param({"1000", "10000"})
    public int models;

    /** Values of a training model, d. */
    @Param({"4096", "65536"})
    public int values;

    /** Noise level. */
    @Param("100")
    public double sigma;

    /** Implementation of the matrix kernels. */
    @Param({"vector", "plain"})
    public String kernels;

    /** Threads. */
    @Param({"1", "2"})
    public int threads;

    private FixedThreads executor;
    private MemorizedScore score;
    private double[] states;
    private double[] scores;

    /** Draws the training models and the states: the first of them, plus noise. */
    @Setup(Level.Trial)
    public void draw() {
        // Read once, when the kernels are first used; each set of parameters has a virtual machine of its own.
        System.setProperty("org.rote.numerics.kernels", kernels);
        SplittableRandom random = new SplittableRandom(SEED);
        TrainingMatrixBuilder builder = TrainingMatrix.builder(models, values, Storage.FLOAT32);
        states = new double[STATES * values];
        scores = new double[STATES * values];
        double[] model = new double[values];
        for (int n = 0; n < models; n++) {
            Arrays.setAll(model, k -> (float) random.nextGaussian());
            builder.add(model);
            if (n < STATES) {
                System.arraycopy(model, 0, states, n * values, values);
            }
        }
        Arrays.setAll(states, i -> states[i] + sigma * random.nextGaussian());
        double[] logWeights = new double[models];
        Arrays.fill(logWeights, -Math.log(models));
        executor = new FixedThreads(threads);
        score = new MemorizedScore(builder.build(), logWeights, executor);
    }

    @TearDown(Level.Trial)
    public void stop() {
        executor.close();
    }

    @Benchmark
    public double[] score() {
        score.score(states, STATES, sigma, scores);
        return scores;
    }
}
