package org.rote.operators.propagation.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;
import org.rote.testkit.ThreadedExecutor;

/** A wait for a thread that does not come would never end; the timeouts are far beyond what a busy machine needs. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrewTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 16})
    void doesEveryBlockOnceAndInTheOrderOfSteps(int threads) {
        Ledger ledger = new Ledger(900, 7);

        new Crew(new ThreadedExecutor(threads)).run(900, ledger);

        ledger.verify();
    }

    /** More than a step may have blocks. */
    @Test
    void sharesAnyNumberOfTasks() {
        int tasks = 2 * Crew.MOST_BLOCKS + 3;
        AtomicIntegerArray done = new AtomicIntegerArray(tasks);

        new Crew(new ThreadedExecutor(2)).share(tasks, done::incrementAndGet);
        new Crew(RunExecutor.SERIAL).share(0, done::incrementAndGet);

        for (int task = 0; task < tasks; task++) {
            assertThat(done.get(task)).as("task %d", task).isEqualTo(1);
        }
    }

    @Test
    void oneThreadDoesEverything() {
        Ledger ledger = new Ledger(20, 5);

        new Crew(RunExecutor.SERIAL).run(20, ledger);

        ledger.verify();
        assertThat(ledger.threads).containsExactly(Thread.currentThread());
    }

    @Test
    void oneThreadDoesEverythingWhereOthersNeverCome() {
        Ledger ledger = new Ledger(20, 5);

        new Crew(new Alone(8)).run(20, ledger);

        ledger.verify();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void stepsOfAnEquationHaveTheSameBitsOnAnyNumberOfThreads(int threads) {
        float[] expected = new Diffusion(400, 1).after(200, RunExecutor.SERIAL);

        float[] actual = new Diffusion(400, 9).after(200, new ThreadedExecutor(threads));

        assertThat(actual).containsExactly(expected);
        assertThat(expected[200]).isPositive();
    }

    @Test
    void aLateThreadJoinsWhereTheOthersAre() throws InterruptedException {
        AtomicInteger step = new AtomicInteger();
        AtomicInteger latecomersBlocks = new AtomicInteger();
        Crew.Work work = new Steps(2) {
            @Override
            public void block(int at, int block) {
                step.set(at);
                if (Thread.currentThread().getName().equals("latecomer")) {
                    latecomersBlocks.incrementAndGet();
                } else {
                    // The caller keeps to its first block of step 40 until the other has taken the second.
                    await(() -> at != 40 || latecomersBlocks.get() > 0);
                }
            }
        };
        Thread[] latecomer = new Thread[1];

        new Crew(new OneLate(latecomer, () -> step.get() == 40)).run(60, work);

        latecomer[0].join();
        assertThat(latecomersBlocks.get()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void runsWithinTasks(int threads) {
        RunExecutor executor = new ThreadedExecutor(threads);
        Crew crew = new Crew(executor);

        executor.forEach(2 * threads, task -> {
            Ledger ledger = new Ledger(40, 4);
            crew.run(40, ledger);
            ledger.verify();
        });
    }

    @Test
    void mayHaveFarMoreThreadsThanProcessors() {
        Ledger ledger = new Ledger(100, 64);

        new Crew(new ThreadedExecutor(32)).run(100, ledger);

        ledger.verify();
    }

    @Test
    void manyTinySteps() {
        for (int repeat = 0; repeat < 20; repeat++) {
            Ledger ledger = new Ledger(40_000, 3);
            new Crew(new ThreadedExecutor(2 + repeat % 3)).run(40_000, ledger);
            ledger.verify();
        }
    }

    @Test
    void passesOverStepsWithoutBlocks() {
        Ledger ledger = new Ledger(50, 5) {
            @Override
            public int blocks(int step) {
                return step % 4 == 0 || step < 3 || step > 46 ? 0 : super.blocks(step);
            }
        };

        new Crew(new ThreadedExecutor(2)).run(50, ledger);

        ledger.verify();
    }

    @Test
    void noStepsAreNoWork() {
        Ledger ledger = new Ledger(0, 1);

        new Crew(new ThreadedExecutor(2)).run(0, ledger);

        assertThat(ledger.threads).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aFailureStopsAllAndIsThrown(int threads) {
        IllegalStateException failure = new IllegalStateException("block 3 of step 15");
        Ledger ledger = new Ledger(100, 6) {
            @Override
            public void block(int step, int block) {
                super.block(step, block);
                if (step == 15 && block == 3) {
                    throw failure;
                }
            }
        };

        assertThatThrownBy(() -> new Crew(new ThreadedExecutor(threads)).run(100, ledger))
                .isSameAs(failure);
        assertThat(ledger.runs(16)).isZero();
        assertThat(ledger.running.get()).isZero();
    }

    @Test
    void anInterruptedThreadStopsAll() {
        Ledger ledger = new Ledger(100, 4) {
            @Override
            public void block(int step, int block) {
                super.block(step, block);
                if (step == 30 && block == blocks(30) - 1) {
                    Thread.currentThread().interrupt();
                }
            }
        };

        assertThatThrownBy(() -> new Crew(RunExecutor.SERIAL).run(100, ledger))
                .isInstanceOf(RunInterruptedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ledger.runs(30)).isEqualTo(ledger.blocks(30));
        assertThat(ledger.runs(31)).isZero();
    }

    @Test
    void asksTheExecutorWhetherToGoOn() {
        int requestedAt = 50;
        int noticedBy = 70;
        AtomicInteger step = new AtomicInteger();
        RunExecutor stopping = new Alone(2) {
            @Override
            public void forEach(int tasks, IntConsumer task) {
                if (step.get() >= requestedAt) {
                    throw new RunInterruptedException();
                }
                super.forEach(tasks, task);
            }
        };

        assertThatThrownBy(() -> new Crew(stopping).run(1000, new Steps(2) {
                    @Override
                    public void block(int at, int block) {
                        step.set(at);
                    }
                }))
                .isInstanceOf(RunInterruptedException.class);
        assertThat(step.get()).isBetween(requestedAt, noticedBy);
    }

    @Test
    void refusesMoreBlocksThanItCanCount() {
        assertThatThrownBy(() -> new Crew(RunExecutor.SERIAL).run(3, new Ledger(3, 1) {
                    @Override
                    public int blocks(int step) {
                        return step == 2 ? 20_000 : 1;
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("step 2 has 20000 blocks; there must be 0 to 16384");
    }

    @Test
    void refusesANegativeNumberOfSteps() {
        Crew crew = new Crew(RunExecutor.SERIAL);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> crew.run(-1, new Steps(1)))
                .withMessage("cannot run -1 steps");
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** As many blocks each, without any work. */
    private static class Steps implements Crew.Work {
        private final int blocks;

        Steps(int blocks) {
            this.blocks = blocks;
        }

        @Override
        public int blocks(int step) {
            return blocks;
        }

        @Override
        public void block(int step, int block) {}
    }

    /** Counts how often each block ran, and those that ran before their time. The number of blocks varies by step. */
    private static class Ledger extends Steps {
        private final int steps;
        private final int most;
        private final AtomicIntegerArray runs;
        // Plain on purpose: what a step wrote must be visible to the next one without a barrier of its own.
        private final int[] written;
        private final AtomicInteger disorders = new AtomicInteger();
        private final AtomicInteger running = new AtomicInteger();
        private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

        Ledger(int steps, int most) {
            super(most);
            this.steps = steps;
            this.most = most;
            runs = new AtomicIntegerArray(steps * most);
            written = new int[steps * most];
        }

        @Override
        public int blocks(int step) {
            return 1 + step % most;
        }

        @Override
        public void block(int step, int block) {
            running.incrementAndGet();
            threads.add(Thread.currentThread());
            if (step > 0 && !isWritten(step - 1)) {
                disorders.incrementAndGet();
            }
            runs.incrementAndGet(step * most + block);
            written[step * most + block] = 1;
            running.decrementAndGet();
        }

        private boolean isWritten(int step) {
            int sum = 0;
            for (int block = 0; block < blocks(step); block++) {
                sum += written[step * most + block];
            }
            return sum == blocks(step);
        }

        int runs(int step) {
            int sum = 0;
            for (int block = 0; block < most; block++) {
                sum += runs.get(step * most + block);
            }
            return sum;
        }

        void verify() {
            for (int step = 0; step < steps; step++) {
                for (int block = 0; block < most; block++) {
                    assertThat(runs.get(step * most + block))
                            .describedAs("runs of block %d of step %d", block, step)
                            .isEqualTo(block < blocks(step) ? 1 : 0);
                }
            }
            assertThat(disorders.get()).describedAs("blocks before their time").isZero();
        }
    }

    /** Steps that read what the one before wrote in neighbouring blocks. */
    private static final class Diffusion extends Steps {
        private final float[][] fields;

        Diffusion(int nodes, int blocks) {
            super(blocks);
            fields = new float[2][nodes];
            fields[0][nodes / 2] = 1;
        }

        @Override
        public void block(int step, int block) {
            float[] from = fields[step % 2];
            float[] to = fields[1 - step % 2];
            int nodes = from.length;
            int end = Math.min(nodes - 1, nodes * (block + 1) / blocks(step));
            for (int i = Math.max(1, nodes * block / blocks(step)); i < end; i++) {
                to[i] = from[i] + 0.3f * (from[i - 1] - 2 * from[i] + from[i + 1]);
            }
        }

        float[] after(int steps, RunExecutor executor) {
            new Crew(executor).run(steps, this);
            return fields[steps % 2];
        }
    }

    /** Says that it has several threads, but all others are busy elsewhere: the caller does all tasks. */
    private static class Alone implements RunExecutor {
        private final int parallelism;

        Alone(int parallelism) {
            this.parallelism = parallelism;
        }

        @Override
        public int parallelism() {
            return parallelism;
        }

        @Override
        public void forEach(int tasks, IntConsumer task) {
            RunExecutor.SERIAL.forEach(tasks, task);
        }
    }

    /** Two threads, of which the second comes when it is let. */
    private static final class OneLate extends Alone {
        private final Thread[] latecomer;
        private final BooleanSupplier let;

        OneLate(Thread[] latecomer, BooleanSupplier let) {
            super(2);
            this.latecomer = latecomer;
            this.let = let;
        }

        @Override
        public void forEach(int tasks, IntConsumer task) {
            if (tasks > 0) {
                latecomer[0] = new Thread(
                        () -> {
                            await(let);
                            task.accept(1);
                        },
                        "latecomer");
                latecomer[0].start();
                task.accept(0);
            }
        }
    }
}
