package org.rote.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rote.spi.Dataset;
import org.rote.spi.Space;

/** Each planted fault must be caught by the test that is there for it. */
class DatasetContractTest {

    private static final Space SPACE = Space.vector(3);

    @Test
    void acceptsModelsInMemory() {
        ContractRun run = ContractRun.of(Right.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped()).isZero();
    }

    @Test
    void catchesAnotherSpace() {
        assertThat(ContractRun.of(OtherSpace.class).failures().get("livesInTheSpaceItWasMadeFor"))
                .contains("space(): expected value, component 3, got value, component 4 [seed 20260320]");
    }

    @Test
    void catchesASetOfOneModel() {
        assertThat(ContractRun.of(Single.class).failures()).containsOnlyKeys("countsItsModelsTheSameEachTime");
    }

    @Test
    void catchesAnOutputThatIsAddedTo() {
        assertThat(ContractRun.of(Accumulates.class).failures()).containsKey("overwritesOutputsWholeWithFiniteValues");
    }

    @Test
    void catchesASetThatDependsOnTheOrder() {
        assertThat(ContractRun.of(Sequential.class).failures())
                .containsOnlyKeys("givesTheSameModelsInAnyOrder", "givesTheSameModelsWhenTwoThreadsReadAtOnce");
    }

    @Test
    void catchesASetThatIsMadeDifferently() {
        assertThat(ContractRun.of(Unseeded.class).failures()).containsKey("givesTheSameModelsWhenMadeAgain");
    }

    @Test
    void catchesASharedWorkspace() {
        assertThat(ContractRun.of(SharedWorkspace.class).failures())
                .containsOnlyKeys("givesTheSameModelsWhenTwoThreadsReadAtOnce");
    }

    @Test
    void catchesAnIndexThatWraps() {
        assertThat(ContractRun.of(Wraps.class).failures().get("refusesIndicesThatDoNotExist"))
                .contains("read(-1, out) of 4 models must throw an IndexOutOfBoundsException, and returned");
    }

    @Test
    void catchesACloseThatFailsTheSecondTime() {
        assertThat(ContractRun.of(ClosesOnce.class).failures()).containsKey("closesTwice");
    }

    private static class FourModels implements Dataset {
        final InMemoryDataset right = new InMemoryDataset(
                SPACE, new double[] {1, 2, 3}, new double[] {4, 5, 6}, new double[] {7, 8, 9}, new double[] {-1, 0, 1e-3
                });

        @Override
        public Space space() {
            return right.space();
        }

        @Override
        public int count() {
            return right.count();
        }

        @Override
        public void read(int index, double[] out) {
            right.read(index, out);
        }
    }

    abstract static class OfThreeNumbers extends DatasetContract {
        @Override
        protected Space space() {
            return SPACE;
        }
    }

    @Subject
    static class Right extends OfThreeNumbers {
        @Override
        protected Dataset dataset() {
            return new FourModels();
        }
    }

    @Subject
    static class OtherSpace extends OfThreeNumbers {
        @Override
        protected Dataset dataset() {
            return InMemoryDataset.of(new double[4], new double[4]);
        }
    }

    @Subject
    static class Single extends OfThreeNumbers {
        @Override
        protected Dataset dataset() {
            return InMemoryDataset.of(new double[3]);
        }
    }

    @Subject
    static class Accumulates extends OfThreeNumbers {
        @Override
        protected Dataset dataset() {
            return new FourModels() {
                @Override
                public void read(int index, double[] out) {
                    double before = out[1];
                    super.read(index, out);
                    out[1] += before;
                }
            };
        }
    }

    @Subject
    static class Sequential extends OfThreeNumbers {
        @Override
        protected Dataset dataset() {
            AtomicInteger next = new AtomicInteger();
            return new FourModels() {
                @Override
                public void read(int index, double[] out) {
                    super.read(index, out);
                    out[0] += next.getAndIncrement() % count();
                }
            };
        }
    }

    @Subject
    static class Unseeded extends OfThreeNumbers {
        private final AtomicInteger sets = new AtomicInteger();

        @Override
        protected Dataset dataset() {
            int set = sets.getAndIncrement();
            return new FourModels() {
                @Override
                public void read(int index, double[] out) {
                    super.read(index, out);
                    out[2] += set;
                }
            };
        }
    }

    @Subject
    static class SharedWorkspace extends OfThreeNumbers {
        @Override
        protected Dataset dataset() {
            return new OneWorkspace();
        }
    }

    /** Two threads meet after each of them has filled the workspace, so that the fault shows every time. */
    private static final class OneWorkspace extends FourModels {
        private final double[] workspace = new double[3];
        private final CyclicBarrier meeting = new CyclicBarrier(2);

        @Override
        public void read(int index, double[] out) {
            super.read(index, workspace);
            meet();
            System.arraycopy(workspace, 0, out, 0, 3);
            meet();
        }

        private void meet() {
            if (Thread.currentThread().getName().startsWith("testkit-")) {
                try {
                    meeting.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Subject
    static class Wraps extends OfThreeNumbers {
        @Override
        protected Dataset dataset() {
            return new FourModels() {
                @Override
                public void read(int index, double[] out) {
                    super.read(Math.floorMod(index, count()), out);
                }
            };
        }
    }

    /** A set with a file that is open until it is closed. */
    private static final class OpenOnce extends FourModels implements AutoCloseable {
        private boolean open = true;

        @Override
        public void close() {
            if (!open) {
                throw new IllegalStateException("closed already");
            }
            open = false;
        }
    }

    @Subject
    static class ClosesOnce extends OfThreeNumbers {
        @Override
        protected Dataset dataset() {
            return new OpenOnce();
        }
    }
}
