package org.rote.operators.cuda.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rote.operators.cuda.device.Closing;
import org.rote.operators.cuda.device.Device;
import org.rote.operators.propagation.PreparedWaves;
import org.rote.operators.propagation.memory.Packing;
import org.rote.operators.propagation.memory.Schedule;
import org.rote.spi.Linearization;

/** The derivative at one model. What is kept lies on the card until it is closed; what a call works in, only as long as it works. */
final class CardLinearization implements Linearization {

    private final CardStepping stepping;
    private final CardLayout layout;
    private final PreparedWaves waves;
    private final CardPlan plan;
    private final double[] value;
    private final List<BatchBackground> backgrounds = new ArrayList<>();
    private final int steps;
    private volatile boolean closed;

    /** Runs forward and keeps what the plan says. */
    CardLinearization(CardStepping stepping, PreparedWaves waves, CardPlan plan) {
        this.stepping = stepping;
        this.layout = stepping.layout();
        this.waves = waves;
        this.plan = plan;
        this.value = new double[waves.dataSize()];
        this.steps = waves.samples() - 1;
        stepping.inTurn(stepping.card()::open, this::demand, device -> {
            stepping.card().hold();
            try {
                eachBatch(device, (number, batch, work) -> sweep(device, number, batch, work));
            } catch (RuntimeException | Error failure) {
                Closing.after(failure, this::giveBack);
                throw failure;
            }
        });
    }

    @Override
    public double[] value() {
        requireOpen();
        return value;
    }

    private Demand demand() {
        long kept = backgrounds.stream().mapToLong(BatchBackground::bytes).sum();
        return Demand.ofDerivative(layout, waves, plan, kept);
    }

    /** What is done with a batch, and memory for it. */
    @FunctionalInterface
    private interface Task {
        void run(int number, BatchWaves batch, Allocations work);
    }

    private void eachBatch(Device device, Task task) {
        try (Allocations all = new Allocations(device)) {
            ModelOnCard model = ModelOnCard.of(layout, waves, all);
            plan.numbers().forEach(number -> {
                try (Allocations work = new Allocations(device);
                        BatchWaves batch = new BatchWaves(
                                device,
                                layout,
                                model,
                                plan.batches().get(number),
                                plan.boxes(number),
                                plan.packings().get(number),
                                stepping.threads())) {
                    task.run(number, batch, work);
                }
            });
        }
    }

    private void sweep(Device device, int number, BatchWaves batch, Allocations work) {
        Schedule schedule = plan.plan().schedule(number);
        Packing packing = plan.packings().get(number);
        long states = work.bytes(batch.statesBytes());
        if (plan.plan().stays(number)) {
            BatchBackground background =
                    BatchBackground.staying(device, schedule, packing, plan.arrayBytes(), batch.statesBytes());
            backgrounds.add(background);
            schedule.sweep(BatchRun.sweep(device, batch, background, states));
            background.setSwept(true);
        } else {
            backgrounds.add(BatchBackground.passing(device, schedule, packing, plan.arrayBytes(), batch.statesBytes()));
            device.clear(states, batch.statesBytes());
            batch.forward(states, 0, steps, CardKept.NOTHING, true);
        }
        batch.read(states, steps);
        batch.write(1, value);
    }

    @Override
    public void jvp(double[] dx, double[] out) {
        waves.requireChange(dx, out);
        PreparedWaves.Change change = waves.change(dx);
        stepping.inTurn(this::held, this::demand, device -> {
            try (Allocations all = new Allocations(device)) {
                long scale = all.of(layout.led(change.scale()));
                eachBatch(device, (number, batch, work) -> {
                    scatter(device, backgrounds.get(number), batch, work, scale);
                    batch.write(change.factor(), out);
                });
            }
        });
    }

    private void scatter(Device device, BatchBackground background, BatchWaves batch, Allocations work, long scale) {
        long scattered = work.bytes(batch.statesBytes());
        device.clear(scattered, batch.statesBytes());
        int first = background.firstKept();
        if (first > 0) {
            long again = work.bytes(batch.statesBytes());
            device.clear(again, batch.statesBytes());
            long room = work.bytes(background.roomBytes());
            Schedule schedule = background.schedule();
            int from = 0;
            for (int segment = 0; from < first; segment++) {
                int to = segment < schedule.segments() ? schedule.start(segment + 1) : schedule.steps();
                CardKept kept = background.in(room, from, to);
                batch.forward(again, from, to, kept, false);
                batch.scattered(scattered, from, to, kept, scale);
                from = to;
            }
        }
        batch.scattered(scattered, first, steps, background.tail(), scale);
        batch.read(scattered, steps);
    }

    @Override
    public void vjp(double[] dy, double[] out) {
        waves.requireData(dy, out);
        stepping.inTurn(this::held, this::demand, device -> {
            Arrays.fill(out, 0);
            eachBatch(device, (number, batch, work) -> {
                BatchBackground background = backgrounds.get(number);
                if (background.stays()) {
                    reverse(device, background, batch, work, dy, out);
                } else {
                    try (BatchBackground lent = background.lend(device)) {
                        reverse(device, lent, batch, work, dy, out);
                    }
                }
            });
        });
    }

    private void reverse(
            Device device, BatchBackground background, BatchWaves batch, Allocations work, double[] dy, double[] out) {
        double[] factors = batch.send(dy);
        long states = work.bytes(batch.statesBytes());
        long back = work.bytes(batch.statesBytes());
        long gradients = work.bytes(batch.fieldsBytes());
        long room = work.bytes(background.roomBytes());
        device.clear(back, batch.statesBytes());
        device.clear(gradients, batch.fieldsBytes());
        BatchRun run = BatchRun.reversal(device, batch, background, states, back, gradients, room);
        Schedule schedule = background.schedule();
        if (!background.isSwept()) {
            schedule.sweep(run);
        }
        // Until all is done, unless all is kept: a run that is interrupted leaves slots that are of no use.
        background.setSwept(schedule.segments() == 0);
        schedule.reverse(run);
        background.setSwept(schedule.isRepeatable());
        float[] sum = new float[layout.grid().size()];
        for (int shot = 0; shot < batch.batch().shots(); shot++) {
            device.download(gradients + Float.BYTES * (shot * layout.fieldSize() + layout.lead()), sum);
            double[] gradient = waves.gradient(sum, factors[shot]);
            for (int i = 0; i < out.length; i++) {
                out[i] += gradient[i];
            }
        }
    }

    /** Asked when it is our turn: another thread may have closed this before. */
    private Device held() {
        requireOpen();
        return stepping.card().held();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this linearization is closed");
        }
    }

    @Override
    public void close() {
        stepping.inTurn(this::giveBack);
    }

    private void giveBack() {
        if (!closed) {
            closed = true;
            List<Runnable> all = new ArrayList<>();
            backgrounds.forEach(background -> all.add(background::close));
            all.add(() -> stepping.card().release());
            Closing.all(all);
        }
    }
}
