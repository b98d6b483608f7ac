package org.rote.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.acoustic.AcousticConfig;
import org.rote.operators.acoustic.AcousticPlugin;
import org.rote.operators.cuda.AcousticCudaConfig;
import org.rote.operators.cuda.CardKeys;
import org.rote.operators.cuda.CudaPlugin;
import org.rote.operators.cuda.Fallback;
import org.rote.operators.propagation.Boundary;
import org.rote.operators.propagation.WaveKeys;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Layout;
import org.rote.operators.survey.Recording;
import org.rote.operators.survey.Wavelet;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;

/** What {@code peers/acoustic.py} gives every package: cells of 10 m, steps of 1 ms, layers of 20 cells, a Ricker wavelet of 15 Hz, order 8. */
record AcousticSurvey(List<Integer> shape, List<List<Integer>> sources, List<List<Integer>> receivers, int samples) {

    private static final double SPACING = 10;
    private static final double STEP = 1e-3;
    private static final double MEMORY = 2e9;
    private static final int DEPTH = 2;

    /**
     * One shot, or 16 on a line, 256 receivers on nodes, all in the row {@value #DEPTH}.
     *
     * @param size for example {@code 256x256}
     * @param shots 1 or, in two dimensions, 16
     * @param samples of the record, one a step
     */
    static AcousticSurvey ofSize(String size, int shots, int samples) {
        List<Integer> shape =
                Arrays.stream(size.split("x")).map(Integer::valueOf).toList();
        if (shape.size() == 3) {
            List<List<Integer>> receivers = IntStream.range(0, 256)
                    .mapToObj(r -> List.of(4 + 8 * (r / 16), 4 + 8 * (r % 16), DEPTH))
                    .toList();
            return new AcousticSurvey(shape, List.of(List.of(64, 64, DEPTH)), receivers, samples);
        }
        int stride = (shape.get(0) - 1) / 255;
        List<List<Integer>> line = IntStream.rangeClosed(0, 255)
                .mapToObj(r -> List.of(stride * r, DEPTH))
                .toList();
        List<List<Integer>> sources = shots == 1
                ? List.of(List.of(shape.get(0) / 2, DEPTH))
                : IntStream.range(0, shots)
                        .mapToObj(s -> line.get(s * 255 / (shots - 1)))
                        .toList();
        return new AcousticSurvey(shape, sources, line, samples);
    }

    /** A source in the middle of 512 × 512 cells and receivers 200 m and 1 000 m away. */
    static AcousticSurvey forAccuracy() {
        return new AcousticSurvey(
                List.of(512, 512), List.of(List.of(256, 256)), List.of(List.of(276, 256), List.of(356, 256)), 1000);
    }

    ForwardOperator operator(Context context) {
        return operator(MEMORY, context);
    }

    /** With another budget than {@value #MEMORY} bytes. */
    ForwardOperator operator(double memory, Context context) {
        return create(
                new AcousticPlugin().operators().get(0), new AcousticConfig(WaveSpeed.VELOCITY, keys(memory)), context);
    }

    /** On the first card, which must be there. */
    ForwardOperator onCard(double memory, Context context) {
        return create(
                new CudaPlugin().operators().get(0),
                new AcousticCudaConfig(WaveSpeed.VELOCITY, keys(memory), new CardKeys(0, Fallback.NONE)),
                context);
    }

    private WaveKeys keys(double memory) {
        return new WaveKeys(
                new Grid(shape, shape.stream().map(n -> SPACING).toList()),
                new Recording((samples - 1) * STEP, STEP, Optional.of(STEP)),
                new Wavelet.Ricker(15, Optional.of(0.08)),
                8,
                new Boundary(20, Boundary.Top.ABSORBING),
                new Layout.Cells(sources),
                new Layout.Cells(receivers),
                memory);
    }

    private static <C extends Record> ForwardOperator create(
            Factory<C, ? extends ForwardOperator> factory, Record config, Context context) {
        return factory.create(factory.configType().cast(config), context);
    }

    /** A smooth model between 1 800 and 2 200 m/s. */
    double[] velocity() {
        int depth = shape.get(shape.size() - 1);
        int size = shape.stream().reduce(1, Math::multiplyExact);
        int slab = size / shape.get(0);
        double[] velocity = new double[size];
        Arrays.setAll(velocity, i -> velocityAt(i / slab, i % depth));
        return velocity;
    }

    private static double velocityAt(int alongX, int alongDepth) {
        return 2000 + 200 * Math.sin(alongX / 20.0) * Math.cos(alongDepth / 15.0);
    }

    /** The traces of one shot, one in a line. */
    static String table(double[] traces, int samples) {
        return Stream.iterate(0, from -> from < traces.length, from -> from + samples)
                .map(from -> Arrays.stream(traces, from, from + samples)
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }
}
