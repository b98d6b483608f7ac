package org.rote.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.rote.spi.AffineMapping;
import org.rote.spi.Linearization;
import org.rote.spi.Mapping;
import org.rote.spi.Space;

/** Each planted fault must be caught by the test that is there for it. */
class MappingContractTest {

    @Test
    void acceptsARightMapping() {
        ContractRun run = ContractRun.of(Right.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped()).as("tests of affine mappings").isEqualTo(2);
        assertThat(run.succeeded()).isEqualTo(12);
    }

    @Test
    void acceptsARightLinearOperator() {
        ContractRun run = ContractRun.of(RightMatrix.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.skipped()).isZero();
    }

    @Test
    void catchesAWrongTranspose() {
        ContractRun run = ContractRun.of(WrongTranspose.class);
        assertThat(run.failures()).containsOnlyKeys("vjpIsTheTransposeOfJvp");
        assertThat(run.failures().get("vjpIsTheTransposeOfJvp"))
                .contains("⟨J dx, dy⟩ and ⟨dx, Jᵀ dy⟩")
                .contains("expected")
                .contains("is allowed")
                .contains("[seed 20260320]");
    }

    @Test
    void catchesAnOutputThatAccumulates() {
        ContractRun run = ContractRun.of(Accumulates.class);
        assertThat(run.failures()).containsKey("overwritesOutputsWhole");
        assertThat(run.failures().get("overwritesOutputsWhole"))
                .contains("vjp: index 0 is NaN; outputs are overwritten whole, never added to");
    }

    @Test
    void catchesAModifiedInput() {
        ContractRun run = ContractRun.of(ModifiesInput.class);
        assertThat(run.failures()).containsKey("leavesInputsAlone");
        assertThat(run.failures().get("leavesInputsAlone")).contains("forward changed its input x: index 1");
    }

    @Test
    void catchesAWrongDerivative() {
        ContractRun run = ContractRun.of(WrongDerivative.class);
        assertThat(run.failures()).containsOnlyKeys("taylorRemaindersShrinkLikeTheStepAndItsSquare");
        assertThat(run.failures().get("taylorRemaindersShrinkLikeTheStepAndItsSquare"))
                .contains("‖F(x + h dx) − F(x) − h J dx‖ shrinks like h^")
                .contains("where h^2 is due");
    }

    @Test
    void catchesALinearizationThatReadsTheCallersArrayLater() {
        assertThat(ContractRun.of(KeepsReference.class).failures())
                .containsOnlyKeys("linearizationKeepsItsOwnCopyOfThePoint");
    }

    @Test
    void catchesLinearizationsThatShareTheirPoint() {
        assertThat(ContractRun.of(SharedState.class).failures()).containsKey("openLinearizationsDoNotDisturbEachOther");
    }

    @Test
    void catchesAMappingThatIsDeclaredAffineAndIsNot() {
        assertThat(ContractRun.of(NotAffine.class).failures())
                .containsKeys(
                        "taylorRemaindersShrinkLikeTheStepAndItsSquare",
                        "applyOfAnAffineMappingIsTheDifferenceFromForwardOfZero");
    }

    @Test
    void catchesAValueThatIsNotForward() {
        assertThat(ContractRun.of(WrongValue.class).failures()).containsOnlyKeys("valueOfTheLinearizationIsForward");
    }

    @Test
    void catchesADerivativeThatIsNotLinear() {
        assertThat(ContractRun.of(NonlinearDerivative.class).failures()).containsKey("derivativeIsLinear");
    }

    @Test
    void catchesASecondCloseThatThrows() {
        assertThat(ContractRun.of(ClosesOnce.class).failures()).containsOnlyKeys("linearizationClosesTwice");
    }

    @Test
    void closesMappingsThatHoldResources() {
        Closeable.OPEN.set(0);
        assertThat(ContractRun.of(Closeable.class).failures()).isEmpty();
        assertThat(Closeable.OPEN).hasValue(0);
    }

    /** F(x)_i = x_i + 0.3 x_i³ + 0.5 x_{i+1}, on a ring; subclasses plant a fault. */
    private static class Ring implements Mapping {
        final int size = 5;

        @Override
        public Space domain() {
            return Space.vector(size);
        }

        @Override
        public Space range() {
            return Space.vector(size);
        }

        @Override
        public void forward(double[] x, double[] out) {
            for (int i = 0; i < size; i++) {
                out[i] = x[i] + 0.3 * x[i] * x[i] * x[i] + 0.5 * x[(i + 1) % size];
            }
        }

        @Override
        public Linearization linearize(double[] x) {
            return new At(this, x.clone());
        }

        double slope(double x) {
            return 1 + 0.9 * x * x;
        }
    }

    private static class At implements Linearization {
        final Ring ring;
        final double[] x;
        final double[] value;

        At(Ring ring, double[] x) {
            this.ring = ring;
            this.x = x;
            this.value = new double[x.length];
            ring.forward(x, value);
        }

        @Override
        public double[] value() {
            return value;
        }

        @Override
        public void jvp(double[] dx, double[] out) {
            for (int i = 0; i < x.length; i++) {
                out[i] = ring.slope(x[i]) * dx[i] + 0.5 * dx[(i + 1) % x.length];
            }
        }

        @Override
        public void vjp(double[] dy, double[] out) {
            for (int i = 0; i < x.length; i++) {
                out[i] = ring.slope(x[i]) * dy[i] + 0.5 * dy[(i + x.length - 1) % x.length];
            }
        }
    }

    @Subject
    static class Right extends MappingContract {
        @Override
        protected Mapping mapping() {
            return new Ring();
        }
    }

    @Subject
    static class RightMatrix extends MappingContract {
        @Override
        protected Mapping mapping() {
            return new DenseOperator(new double[][] {{1, 2, 3}, {-4, 5, 0.5}});
        }
    }

    @Subject
    static class WrongTranspose extends MappingContract {
        @Override
        protected Mapping mapping() {
            return new Ring() {
                @Override
                public Linearization linearize(double[] x) {
                    return new At(this, x.clone()) {
                        @Override
                        public void vjp(double[] dy, double[] out) {
                            jvp(dy, out);
                        }
                    };
                }
            };
        }
    }

    @Subject
    static class Accumulates extends MappingContract {
        @Override
        protected Mapping mapping() {
            return new Ring() {
                @Override
                public Linearization linearize(double[] x) {
                    return new At(this, x.clone()) {
                        @Override
                        public void vjp(double[] dy, double[] out) {
                            double[] product = new double[out.length];
                            super.vjp(dy, product);
                            Arrays.setAll(out, i -> out[i] + product[i]);
                        }
                    };
                }
            };
        }
    }

    @Subject
    static class ModifiesInput extends MappingContract {
        @Override
        protected Mapping mapping() {
            return new Ring() {
                @Override
                public void forward(double[] x, double[] out) {
                    super.forward(x, out);
                    x[1] = 0;
                }
            };
        }
    }

    @Subject
    static class WrongDerivative extends MappingContract {
        @Override
        protected Mapping mapping() {
            return new Ring() {
                @Override
                double slope(double x) {
                    return 1 + 0.899 * x * x;
                }
            };
        }
    }

    @Subject
    static class KeepsReference extends MappingContract {
        @Override
        protected Mapping mapping() {
            return new Ring() {
                @Override
                public Linearization linearize(double[] x) {
                    return new At(this, x);
                }
            };
        }
    }

    @Subject
    static class SharedState extends MappingContract {
        @Override
        protected Mapping mapping() {
            return new Ring() {
                private final double[] shared = new double[size];

                @Override
                public Linearization linearize(double[] x) {
                    System.arraycopy(x, 0, shared, 0, size);
                    return new At(this, shared);
                }
            };
        }
    }

    @Subject
    static class NotAffine extends MappingContract {
        @Override
        protected Mapping mapping() {
            return new AlmostAffine();
        }
    }

    private static final class AlmostAffine extends Ring implements AffineMapping {
        @Override
        public void apply(double[] dx, double[] out) {
            new At(this, new double[size]).jvp(dx, out);
        }

        @Override
        public void applyAdjoint(double[] dy, double[] out) {
            new At(this, new double[size]).vjp(dy, out);
        }

        @Override
        public Linearization linearize(double[] x) {
            return AffineMapping.super.linearize(x);
        }
    }

    @Subject
    static class WrongValue extends MappingContract {
        @Override
        protected Mapping mapping() {
            return new Ring() {
                @Override
                public Linearization linearize(double[] x) {
                    At at = new At(this, x.clone());
                    at.value[0] += 1e-9;
                    return at;
                }
            };
        }
    }

    @Subject
    static class NonlinearDerivative extends MappingContract {
        @Override
        protected Mapping mapping() {
            return new Ring() {
                @Override
                public Linearization linearize(double[] x) {
                    return new At(this, x.clone()) {
                        @Override
                        public void jvp(double[] dx, double[] out) {
                            super.jvp(dx, out);
                            out[0] += 1e-6 * dx[0] * dx[0];
                        }
                    };
                }
            };
        }
    }

    @Subject
    static class ClosesOnce extends MappingContract {
        @Override
        protected Mapping mapping() {
            return new Ring() {
                @Override
                public Linearization linearize(double[] x) {
                    return new At(this, x.clone()) {
                        private int closed;

                        @Override
                        public void close() {
                            if (closed++ > 0) {
                                throw new IllegalStateException("closed twice");
                            }
                        }
                    };
                }
            };
        }
    }

    @Subject
    static class Closeable extends MappingContract {
        static final java.util.concurrent.atomic.AtomicInteger OPEN = new java.util.concurrent.atomic.AtomicInteger();

        @Override
        protected Mapping mapping() {
            OPEN.incrementAndGet();
            return new Held();
        }

        private static final class Held extends Ring implements AutoCloseable {
            @Override
            public void close() {
                OPEN.decrementAndGet();
            }
        }
    }
}
