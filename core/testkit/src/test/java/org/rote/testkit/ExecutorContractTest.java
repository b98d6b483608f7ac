package org.rote.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rote.spi.Gate;
import org.rote.spi.RunExecutor;
import org.rote.spi.RunInterruptedException;

/** Each planted fault must be caught by the test that is there for it. */
class ExecutorContractTest {

    @Test
    void acceptsARightExecutor() {
        ContractRun run = ContractRun.of(Right.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped()).isZero();
    }

    @Test
    void catchesATaskThatIsLeftOut() {
        assertThat(ContractRun.of(LeavesOut.class).failures().get("runsEveryTaskOnce"))
                .contains("task 0 of 1 ran 0 times");
    }

    @Test
    void catchesOneThatClaimsMoreThanItDoes() {
        assertThat(ContractRun.of(Claims.class).failures().get("runsTasksAtOnceWhereItSaysSo"))
                .contains("tasks 0 and 1 do not run at once, though parallelism() is 3");
    }

    @Test
    void catchesTheWrongFailureTasksThatRunOnThreadsThatStayAndAnInterruptionThatIsIgnored() {
        assertThat(ContractRun.of(Careless.class).failures())
                .containsKeys(
                        "throwsTheFailureOfTheLowestTask",
                        "nothingRunsAfterAFailureAndTheNextRunWorks",
                        "endsEarlyWhenInterruptedAndLeavesNoThread",
                        "namesItsThreads");
    }

    @Test
    void catchesAGateThatLetsTooManyThrough() {
        assertThat(ContractRun.of(LetsAllThrough.class).failures().keySet())
                .containsExactly("letsNoMoreThroughAGateThanItHasPlaces");
    }

    @Test
    void catchesAGateThatAFailureLeavesShut() {
        assertThat(ContractRun.of(StaysShut.class).failures().keySet()).containsExactly("aFailureBehindAGateFreesIt");
    }

    @Subject
    static class Right extends ExecutorContract {
        @Override
        protected RunExecutor executor(int threads) {
            return new ThreadedExecutor(threads);
        }
    }

    /** Faulty ones never do what is waited for. */
    private abstract static class Impatient extends ExecutorContract {
        @Override
        protected Duration patience() {
            return Duration.ofSeconds(1);
        }
    }

    @Subject
    static class LeavesOut extends Impatient {
        @Override
        protected RunExecutor executor(int threads) {
            return new Serial(threads) {
                @Override
                public void forEach(int tasks, IntConsumer task) {
                    RunExecutor.SERIAL.forEach(tasks - 1, task);
                }
            };
        }
    }

    @Subject
    static class Claims extends Impatient {
        @Override
        protected RunExecutor executor(int threads) {
            return new Serial(threads);
        }
    }

    @Subject
    static class Careless extends Impatient {
        @Override
        protected RunExecutor executor(int threads) {
            return new Pool(threads);
        }
    }

    @Subject
    static class LetsAllThrough extends ExecutorContract {
        @Override
        protected RunExecutor executor(int threads) {
            return new Gated(threads, places -> Runnable::run);
        }
    }

    @Subject
    static class StaysShut extends Impatient {
        @Override
        protected RunExecutor executor(int threads) {
            return new Gated(threads, StaysShut::gate);
        }

        private static Gate gate(int places) {
            Semaphore free = new Semaphore(places);
            return work -> {
                try {
                    free.acquire();
                } catch (InterruptedException e) {
                    throw new RunInterruptedException();
                }
                work.run();
                free.release();
            };
        }
    }

    /** A right one but for its gates. */
    private record Gated(ThreadedExecutor threaded, IntFunction<Gate> gates) implements RunExecutor {

        Gated(int threads, IntFunction<Gate> gates) {
            this(new ThreadedExecutor(threads), gates);
        }

        @Override
        public int parallelism() {
            return threaded.parallelism();
        }

        @Override
        public void forEach(int tasks, IntConsumer task) {
            threaded.forEach(tasks, task);
        }

        @Override
        public Gate gate(int places) {
            return gates.apply(places);
        }
    }

    private static class Serial implements RunExecutor {
        private final int threads;

        Serial(int threads) {
            this.threads = threads;
        }

        @Override
        public int parallelism() {
            return threads;
        }

        @Override
        public void forEach(int tasks, IntConsumer task) {
            RunExecutor.SERIAL.forEach(tasks, task);
        }
    }

    /** Throws whatever failed, wrapped and at once, does not mind interruptions, and never ends its threads. */
    private static final class Pool extends Serial {
        private final ExecutorService pool = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });

        Pool(int threads) {
            super(threads);
        }

        @Override
        public void forEach(int tasks, IntConsumer task) {
            for (Future<?> future : IntStream.range(0, tasks)
                    .<Future<?>>mapToObj(i -> pool.submit(() -> task.accept(i)))
                    .toList()) {
                await(future);
            }
        }

        private static void await(Future<?> future) {
            try {
                future.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                await(future);
            }
        }
    }
}
