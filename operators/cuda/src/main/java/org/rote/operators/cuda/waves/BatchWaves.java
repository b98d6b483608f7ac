package org.rote.operators.cuda.waves;

import java.util.stream.IntStream;
import org.rote.operators.cuda.device.Arguments;
import org.rote.operators.cuda.device.Closing;
import org.rote.operators.cuda.device.Device;
import org.rote.operators.cuda.device.Device.Extent;
import org.rote.operators.propagation.PaddedGrid;
import org.rote.operators.propagation.PlacedShot;
import org.rote.operators.propagation.PreparedWaves;
import org.rote.operators.propagation.ShotSignals;
import org.rote.operators.propagation.memory.Packing;

/**
 * Steps the waves of a batch of shots, and has what that takes besides states: boxes, points, series and traces. States are addresses, of one state a shot.
 *
 * <p>Step n takes the field at n to the one at n + 1; the wave that runs back, the other way.
 */
final class BatchWaves implements AutoCloseable {

    private static final Extent LINE = Extent.of(256);

    private final Device device;
    private final CardLayout layout;
    private final PaddedGrid grid;
    private final ModelOnCard model;
    private final PreparedWaves waves;
    private final Batch batch;
    private final Threads threads;
    private final Allocations memory;
    private final Arguments arguments;
    private final String ofGrid;
    private final Extent nodes;
    private final BatchBoxes boxes;
    private final long boxTable;
    private final int steps;
    private final ShotSignals[] signals;
    private final Feeding.OnCard source;
    private final long sourceSeries;
    private final Reading.OnCard reading;

    /** Receivers as sources of the wave that runs back, once they are. */
    private Feeding.OnCard receivers = Feeding.OnCard.NOTHING;

    /** Traces as they are read, or sent back: [step][receiver]. */
    private final long traces;

    /**
     * Takes memory and fills it.
     *
     * @param device the card
     * @param layout of the waves
     * @param model that they go through
     * @param batch which shots
     * @param boxes where they step
     * @param packing of what they keep
     * @param threads asked between steps
     */
    BatchWaves(
            Device device,
            CardLayout layout,
            ModelOnCard model,
            Batch batch,
            BatchBoxes boxes,
            Packing packing,
            Threads threads) {
        this.device = device;
        this.layout = layout;
        this.grid = layout.grid();
        this.model = model;
        this.waves = model.waves();
        this.batch = batch;
        this.threads = threads;
        this.arguments = new Arguments(layout.setup());
        this.ofGrid = "_r" + grid.differences().radius() + "_d" + grid.dimensions();
        this.nodes = Launches.nodes(grid);
        this.boxes = boxes;
        this.steps = waves.samples() - 1;
        this.signals = IntStream.range(0, batch.shots())
                .mapToObj(shot -> waves.signals(batch.first() + shot))
                .toArray(ShotSignals[]::new);
        this.memory = new Allocations(device);
        try {
            this.boxTable = memory.of(boxes.table(packing));
            Feeding feeding = new Feeding(grid);
            Reading readers = new Reading();
            for (int shot = 0; shot < batch.shots(); shot++) {
                PlacedShot placed = placed(shot);
                feeding.add(shot, placed.source(), signals[shot].strengths());
                readers.add(placed.receivers());
            }
            this.source = feeding.on(memory);
            this.reading = readers.on(memory);
            this.sourceSeries = memory.of(sourceSeries());
            this.traces = memory.numbers((long) waves.samples() * reading.count());
        } catch (RuntimeException | Error failure) {
            Closing.after(failure, memory::close);
            throw failure;
        }
    }

    /** Bytes that a batch of so many shots takes, states not counted. */
    static long bytes(PreparedWaves waves, int shots) {
        long perEntry = 64;
        return BatchBoxes.bytes(shots) * waves.samples()
                + shots * (perEntry * entries(waves) + (long) Float.BYTES * waves.samples() * (1 + receivers(waves)));
    }

    /** Numbers of one shot in the largest table of a batch, at most. */
    static long numbers(PreparedWaves waves) {
        return Math.max(
                waves.samples() * Math.max(BatchBoxes.WORDS, (long) receivers(waves)), Feeding.WORDS * entries(waves));
    }

    private static long entries(PreparedWaves waves) {
        return waves.shots().stream()
                .mapToLong(shot ->
                        (long) shot.source().nodes().length + shot.receivers().nodes().length)
                .max()
                .orElse(0);
    }

    private static int receivers(PreparedWaves waves) {
        return waves.shots().stream()
                .mapToInt(shot -> shot.receivers().count())
                .max()
                .orElse(0);
    }

    private PlacedShot placed(int shot) {
        return waves.shots().get(batch.first() + shot);
    }

    private float[] sourceSeries() {
        float[] series = new float[Math.multiplyExact(waves.samples(), batch.shots())];
        for (int shot = 0; shot < batch.shots(); shot++) {
            for (int n = 0; n < waves.samples(); n++) {
                series[n * batch.shots() + shot] = signals[shot].series()[n];
            }
        }
        return series;
    }

    /** Bytes of one state a shot. */
    long statesBytes() {
        return Float.BYTES * layout.stateSize() * batch.shots();
    }

    /** Bytes of one field a shot. */
    long fieldsBytes() {
        return Float.BYTES * layout.fieldSize() * batch.shots();
    }

    Batch batch() {
        return batch;
    }

    /** The wave of the source; second differences are kept where there is room, traces where they are asked for. */
    void forward(long states, int from, int to, CardKept kept, boolean reads) {
        for (int step = from; step < to; step++) {
            threads.ask(step);
            if (reads) {
                read(states, step);
            }
            long array = kept.array(step);
            relaxForward(states, step);
            stepForward(states, step, array, 0);
            feed(source, sourceSeries, states, step, step, array);
            mirror(states, step, step);
        }
    }

    /** The wave that a change of the model scatters, with traces. */
    void scattered(long states, int from, int to, CardKept kept, long scale) {
        for (int step = from; step < to; step++) {
            threads.ask(step);
            read(states, step);
            relaxForward(states, step);
            stepForward(states, step, kept.array(step), scale);
            mirror(states, step, step);
        }
    }

    /** The wave that runs back, from a step down to another, both included. */
    void back(long states, int from, int to, CardKept kept, long gradients) {
        for (int step = from; step >= to; step--) {
            threads.ask(step);
            // The first step back has nothing but its source, and no box of its own.
            int boxed = Math.min(step, steps - 1);
            int parity = step + 1 & 1;
            relaxBack(states, boxed, parity);
            stepBack(states, boxed, parity, kept.array(step), gradients);
            feed(receivers, traces, states, step, boxed, parity, 0);
            mirror(states, boxed, parity);
        }
    }

    /** Reads the receivers at a step. */
    void read(long states, int step) {
        arguments
                .reset()
                .whole(reading.count())
                .whole(step & 1)
                .address(states)
                .address(reading.readers())
                .address(reading.nodes())
                .address(reading.weights())
                .address(traces + (long) Float.BYTES * step * reading.count());
        device.launch("record", lines(reading.count()), LINE, arguments);
    }

    private void relaxForward(long states, int step) {
        relax("relaxForward", states, step, step & 1);
    }

    private void relaxBack(long states, int boxed, int parity) {
        relax("relaxBackFirst", states, boxed, parity);
        relax("relaxBackSecond", states, boxed, parity);
    }

    private void relax(String kernel, long states, int boxed, int parity) {
        arguments
                .reset()
                .whole(batch.shots())
                .whole(parity)
                .address(states)
                .address(model.profiles())
                .address(boxes(boxed));
        int blocks =
                boxes.extent(boxed, 0) == 0 ? 0 : lines(layout.layerNodes()).x();
        device.launch(kernel, new Extent(blocks, batch.shots(), 1), LINE, arguments);
    }

    private void stepForward(long states, int step, long kept, long scale) {
        arguments
                .reset()
                .whole(batch.shots())
                .whole(slabs(step))
                .whole(step & 1)
                .address(states)
                .address(model.c())
                .address(model.profiles())
                .address(boxes(step))
                .address(kept)
                .address(scale);
        device.launch("stepForward" + ofGrid, boxBlocks(step), nodes, arguments);
    }

    private void stepBack(long states, int boxed, int parity, long kept, long gradients) {
        arguments
                .reset()
                .whole(batch.shots())
                .whole(slabs(boxed))
                .whole(parity)
                .address(states)
                .address(model.c())
                .address(boxes(boxed))
                .address(kept)
                .address(gradients);
        device.launch("stepBack" + ofGrid, boxBlocks(boxed), nodes, arguments);
    }

    private void feed(Feeding.OnCard points, long series, long states, int step, int boxed, long kept) {
        feed(points, series, states, step, boxed, step & 1, kept);
    }

    private void feed(Feeding.OnCard points, long series, long states, int step, int boxed, int parity, long kept) {
        arguments
                .reset()
                .whole(points.nodes())
                .whole(parity)
                .address(states)
                .address(boxes(boxed))
                .address(points.fed())
                .address(points.strengths())
                .address(points.points())
                .address(series + (long) Float.BYTES * step * points.count())
                .address(kept);
        device.launch("feed", lines(points.nodes()), LINE, arguments);
    }

    private void mirror(long states, int boxed, int step) {
        if (!grid.freeSurface()) {
            return;
        }
        arguments.reset().whole(batch.shots()).whole(step & 1).address(states).address(boxes(boxed));
        Extent blocks = new Extent(lines(grid.count(1)).x(), grid.count(2) * batch.shots(), 1);
        device.launch("mirror", blocks, LINE, arguments);
    }

    private long boxes(int step) {
        return boxTable + BatchBoxes.bytes(batch.shots()) * step;
    }

    private static Extent lines(int threads) {
        return Extent.of(Launches.blocks(threads, LINE.x()));
    }

    /** Of all boxes of a step: those of a shot behind one another, and then those of the next. */
    private Extent boxBlocks(int boxed) {
        return new Extent(
                Launches.blocks(boxes.extent(boxed, 0), nodes.x()),
                Launches.blocks(boxes.extent(boxed, 1), nodes.y()),
                slabs(boxed) * batch.shots());
    }

    /** Blocks behind one another in a shot. */
    private int slabs(int boxed) {
        return Launches.blocks(boxes.extent(boxed, 2), nodes.z());
    }

    /**
     * Writes the traces that were read into the data.
     *
     * @param factor of all of them, besides what undoes the loudness of the source
     * @param data of all shots
     */
    void write(float factor, double[] data) {
        float[] all = new float[Math.multiplyExact(waves.samples(), reading.count())];
        device.download(traces, all);
        int before = 0;
        for (int shot = 0; shot < batch.shots(); shot++) {
            int count = placed(shot).receivers().count();
            float scale = factor / signals[shot].loudness();
            float[] own = waves.traces(batch.first() + shot);
            for (int n = 0; n < waves.samples(); n++) {
                for (int p = 0; p < count; p++) {
                    own[n * count + p] = scale * all[n * reading.count() + before + p];
                }
            }
            waves.write(batch.first() + shot, own, data, threads::share);
            before += count;
        }
    }

    /**
     * Makes data the traces that are sent back.
     *
     * @param data of all shots; not modified
     * @return by what the correlations of each shot are to be multiplied
     */
    double[] send(double[] data) {
        Feeding feeding = new Feeding(grid);
        float[] all = new float[Math.multiplyExact(waves.samples(), reading.count())];
        double[] factors = new double[batch.shots()];
        int before = 0;
        for (int shot = 0; shot < batch.shots(); shot++) {
            int count = placed(shot).receivers().count();
            PreparedWaves.Returned returned = waves.read(batch.first() + shot, data, threads::share);
            float[] own = returned.traces();
            float loud = signals[shot].loudnessOf(own);
            factors[shot] = returned.factor() * signals[shot].gradientFactor(loud);
            float[] series = ShotSignals.sentBack(own, loud);
            for (int n = 0; n < waves.samples(); n++) {
                System.arraycopy(series, n * count, all, n * reading.count() + before, count);
            }
            before += count;
            feeding.add(shot, placed(shot).receivers(), signals[shot].receiverStrengths());
        }
        receivers = feeding.on(memory);
        device.upload(all, traces);
        return factors;
    }

    @Override
    public void close() {
        memory.close();
    }
}
