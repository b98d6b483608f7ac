package org.rote.benchmarks;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Linearization;

/**
 * How much memory gradients of the operator {@code acoustic} take, against what they may: 16 shots in 512 × 512 cells, 1 000 steps, 256 receivers. While two gradients are computed one after the other, another thread collects garbage again
 * and again and reads what is left on the heap; the most of it, less what was there before the first (the operator, the model, room for the gradient), is what they took. There is no memory outside of the heap to speak of.
 */
public final class GradientMemory {

    private static final int GRADIENTS = 2;
    private static final double MEGABYTE = 1e6;

    private GradientMemory() {}

    /**
     * Measures.
     *
     * @param arguments the number of threads, and after it budgets in bytes
     * @throws InterruptedException when it is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        for (int i = 1; i < arguments.length; i++) {
            measure(Integer.parseInt(arguments[0]), Double.parseDouble(arguments[i]));
        }
    }

    private static void measure(int threads, double budget) throws InterruptedException {
        AcousticSurvey survey = AcousticSurvey.ofSize("512x512", 16, 1000);
        try (FixedThreads executor = new FixedThreads(threads)) {
            ForwardOperator operator = survey.operator(budget, new OperatorContext(executor));
            double[] model = survey.velocity();
            double[] gradient = new double[model.length];
            System.out.println("budget " + budget / MEGABYTE + " MB, " + threads + " threads");
            long before = live();
            Watch watch = new Watch();
            watch.start();
            for (int k = 0; k < GRADIENTS; k++) {
                try (Linearization at = operator.linearize(model)) {
                    at.vjp(at.value(), gradient);
                }
            }
            watch.end();
            System.out.println("most of " + watch.looks + " looks: " + (watch.most - before) / MEGABYTE + " MB, left: "
                    + (live() - before) / MEGABYTE + " MB");
        }
    }

    /** Bytes on the heap that the last collection of all of it left. */
    private static long live() {
        ManagementFactory.getMemoryMXBean().gc();
        GcInfo last = ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                .map(GarbageCollectorMXBean::getLastGcInfo)
                .filter(Objects::nonNull)
                .max(Comparator.comparingLong(GcInfo::getEndTime))
                .orElseThrow();
        List<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getName)
                .toList();
        return last.getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool -> heap.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    /** Looks again and again. */
    private static final class Watch extends Thread {
        private final AtomicBoolean ended = new AtomicBoolean();
        private long most;
        private int looks;

        @Override
        public void run() {
            while (!ended.get()) {
                most = Math.max(most, live());
                looks++;
            }
        }

        void end() throws InterruptedException {
            ended.set(true);
            join();
        }
    }
}
