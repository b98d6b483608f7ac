package org.rote.operators.cuda.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.operators.cuda.device.Device;
import org.rote.operators.propagation.Boundary.Top;
import org.rote.operators.propagation.Propagator;
import org.rote.spi.Linearization;
import org.rote.spi.Mapping;
import org.rote.spi.NumericsException;
import org.rote.testkit.MappingContract;
import org.rote.testkit.TestContext;

/** What waves on a card must be: those of the cores, the same bits for any budget, and all that is asked of a mapping. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CardContract {

    /** Of the norm of the data. Cores and card round in single precision, 6e-8, some hundred steps long, each in its own order. */
    private static final double ROUNDING = 3e-6;

    /** Of the norm of derivatives and gradients, which are sums of second differences in time: differences of numbers some ten times as large. */
    private static final double ROUNDING_OF_DERIVATIVES = 5e-5;

    /** How often threads do what they do side by side: enough that they meet. */
    private static final int TIMES = 3;

    /** Opens the card under test, or skips the test. */
    abstract Device open();

    static Stream<Small> surveys() {
        return Stream.of(
                new Small(List.of(17, 13), 8, Top.ABSORBING, 3, Small.PLENTY),
                new Small(List.of(17, 13), 4, Top.FREE_SURFACE, 2, Small.PLENTY),
                new Small(List.of(17, 16), 16, Top.ABSORBING, 1, Small.PLENTY),
                new Small(List.of(60, 70), 8, Top.FREE_SURFACE, 3, Small.PLENTY),
                new Small(List.of(8, 9, 10), 8, Top.ABSORBING, 2, Small.PLENTY),
                new Small(List.of(8, 9, 8), 4, Top.FREE_SURFACE, 2, Small.PLENTY),
                new Small(List.of(16, 16, 18), 16, Top.ABSORBING, 1, Small.PLENTY));
    }

    @ParameterizedTest
    @MethodSource("surveys")
    void dataDerivativeAndGradientAreThoseOfTheCores(Small small) {
        Results cores = Results.of(small, small.onCores(TestContext.forOperator()));
        Results card = onCard(small);
        Results.assertClose("F", card.forward(), cores.forward(), ROUNDING);
        assertThat(card.value()).describedAs("value of the linearization").containsExactly(card.forward());
        Results.assertClose("J dx", card.jvp(), cores.jvp(), ROUNDING_OF_DERIVATIVES);
        Results.assertClose("Jᵀ dy", card.vjp(), cores.vjp(), ROUNDING_OF_DERIVATIVES);
    }

    /** From room for all shots and steps down to one shot and a few steps at a time, with and without states that stay. */
    @ParameterizedTest
    @ValueSource(doubles = {3e6, 1.2e6, 7e5, 4e5})
    void givesTheSameBitsForAnyBudget(double memory) {
        Small plenty = new Small(List.of(40, 36), 4, Top.FREE_SURFACE, 5, Small.PLENTY);
        Small little = new Small(List.of(40, 36), 4, Top.FREE_SURFACE, 5, memory);
        TestContext context = TestContext.forOperator();
        Results expected = onCard(plenty);
        Results actual;
        try (Propagator propagator = little.onCard(this::open, context)) {
            actual = Results.of(little, propagator);
        }
        assertThat(context.notes()).anySatisfy(note -> assertThat(note).contains("extra forward runs"));
        assertThat(actual.forward()).describedAs("F").containsExactly(expected.forward());
        assertThat(actual.value()).describedAs("value").containsExactly(expected.value());
        assertThat(actual.jvp()).describedAs("J dx").containsExactly(expected.jvp());
        assertThat(actual.vjp()).describedAs("Jᵀ dy").containsExactly(expected.vjp());
        assertThat(actual.again()).describedAs("Jᵀ dy once more").containsExactly(expected.vjp());
    }

    private Results onCard(Small small) {
        try (Propagator propagator = small.onCard(this::open, TestContext.forOperator())) {
            return Results.of(small, propagator);
        }
    }

    /** They take turns: neither may find what the other left on the card, with and without room for what stays. */
    @ParameterizedTest
    @ValueSource(doubles = {Small.PLENTY, 3e6, 1.2e6, 7e5})
    void twoThreadsGetTheirOwnGradientsOfOneLinearization(double memory) throws Exception {
        Small small = new Small(List.of(40, 36), 4, Top.FREE_SURFACE, 5, memory);
        int nodes = small.model(1).length;
        try (Propagator propagator = small.onCard(this::open, TestContext.forOperator());
                Linearization at = propagator.linearize(small.model(1))) {
            double[] first = gradient(at, nodes, 1);
            double[] second = gradient(at, nodes, 2);
            assertThat(first).isNotEqualTo(second);
            sideBySide(
                    () -> assertThat(gradient(at, nodes, 1)).containsExactly(first),
                    () -> assertThat(gradient(at, nodes, 2)).containsExactly(second));
        }
    }

    @Test
    void twoLinearizationsOfOneOperatorWorkSideBySide() throws Exception {
        Small small = new Small(List.of(40, 36), 4, Top.ABSORBING, 3, 7e5);
        int nodes = small.model(1).length;
        try (Propagator propagator = small.onCard(this::open, TestContext.forOperator());
                Linearization one = propagator.linearize(small.model(1));
                Linearization other = propagator.linearize(small.model(2))) {
            double[] first = gradient(one, nodes, 3);
            double[] second = gradient(other, nodes, 3);
            assertThat(first).isNotEqualTo(second);
            sideBySide(
                    () -> assertThat(gradient(one, nodes, 3)).containsExactly(first),
                    () -> assertThat(gradient(other, nodes, 3)).containsExactly(second));
        }
    }

    /** Each opens the card for itself, and one may be closed while the other works. */
    @Test
    void twoOperatorsWorkSideBySide() throws Exception {
        Small plane = new Small(List.of(17, 13), 4, Top.FREE_SURFACE, 2, Small.PLENTY);
        Small space = new Small(List.of(8, 9, 10), 4, Top.ABSORBING, 1, Small.PLENTY);
        double[] first = onCard(plane).vjp();
        double[] second = onCard(space).vjp();
        sideBySide(
                () -> assertThat(onCard(plane).vjp()).containsExactly(first),
                () -> assertThat(onCard(space).vjp()).containsExactly(second));
    }

    private static double[] gradient(Linearization at, int nodes, long seed) {
        double[] dy =
                new SplittableRandom(seed).doubles(at.value().length, -1, 1).toArray();
        double[] gradient = new double[nodes];
        at.vjp(dy, gradient);
        return gradient;
    }

    /** Does each some times, in a thread of its own; what one throws is thrown. */
    private static void sideBySide(Runnable one, Runnable other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2, work -> new Thread(work, "side by side"));
        try {
            List<Callable<Object>> both = Stream.of(one, other)
                    .map(work -> Executors.callable(() -> repeat(work)))
                    .toList();
            for (Future<Object> each : threads.invokeAll(both)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void repeat(Runnable work) {
        for (int time = 0; time < TIMES; time++) {
            work.run();
        }
    }

    @Test
    void tellsHowShotsArePutTogetherAndWhatIsKept() {
        TestContext context = TestContext.forOperator();
        Small small = new Small(List.of(17, 13), 8, Top.ABSORBING, 3, Small.PLENTY);
        try (Propagator propagator = small.onCard(this::open, context)) {
            propagator.linearize(small.model(1)).close();
            propagator.linearize(small.model(2)).close();
        }
        assertThat(context.notes())
                .singleElement()
                .asString()
                .startsWith("on the card, a gradient goes through 3 shots by batches of 3, keeps every step, ");
    }

    @Test
    void worksAgainAfterItWasClosedAndClosesWhatIsOpenLast() {
        Small small = new Small(List.of(17, 13), 8, Top.ABSORBING, 1, Small.PLENTY);
        double[] model = small.model(1);
        Propagator propagator = small.onCard(this::open, TestContext.forOperator());
        double[] data = new double[propagator.range().size()];
        double[] again = new double[data.length];
        Linearization left = propagator.linearize(model);
        propagator.close();
        double[] change = new double[model.length];
        left.jvp(change, data);
        assertThat(data).containsOnly(0);
        left.close();
        left.close();
        propagator.forward(model, data);
        propagator.close();
        propagator.close();
        propagator.forward(model, again);
        propagator.close();
        assertThat(again).containsExactly(data);
        assertThatThrownBy(() -> left.jvp(change, data)).hasMessage("this linearization is closed");
        propagator.close();
    }

    @Test
    void refusesVectorsOfAnotherLengthAndUseOnceClosed() {
        Small small = new Small(List.of(17, 13), 8, Top.ABSORBING, 1, Small.PLENTY);
        double[] model = small.model(1);
        try (Propagator propagator = small.onCard(this::open, TestContext.forOperator())) {
            Linearization at = propagator.linearize(model);
            double[] data = at.value().clone();
            assertThatThrownBy(() -> at.jvp(new double[7], data))
                    .hasMessage("jvp takes a change of the model of " + model.length + " numbers, got 7");
            assertThatThrownBy(() -> at.vjp(new double[8], model))
                    .hasMessage("vjp takes data of " + data.length + " numbers, got 8");
            at.close();
            assertThatThrownBy(at::value).hasMessage("this linearization is closed");
        }
    }

    @Test
    void refusesABudgetThatIsTooSmallForADerivative() {
        Small small = new Small(List.of(40, 36), 4, Top.ABSORBING, 2, 1e5);
        try (Propagator propagator = small.onCard(this::open, TestContext.forOperator())) {
            assertThatThrownBy(() -> propagator.linearize(small.model(1)))
                    .isInstanceOf(NumericsException.class)
                    .hasMessageContaining(
                            "memory of 100 kB is too little for a derivative: two waves and one step of one shot take ")
                    .hasMessageContaining("fix  allow at least so much, or take a smaller grid");
        }
    }

    @Test
    void tellsWithDataThatADerivativeIsNotToBeHad() {
        Small small = new Small(List.of(40, 36), 4, Top.ABSORBING, 2, 2e5);
        TestContext context = TestContext.forOperator();
        try (Propagator propagator = small.onCard(this::open, context)) {
            double[] data = new double[propagator.range().size()];
            propagator.forward(small.model(1), data);
            propagator.forward(small.model(1), data);
            assertThat(context.notes())
                    .filteredOn(
                            note -> note.startsWith(
                                    "memory of 200 kB is too little for a derivative: two waves and one step of one shot take "))
                    .hasSize(1);
        }
    }

    @Test
    void refusesABudgetThatIsTooSmallForData() {
        Small small = new Small(List.of(40, 36), 4, Top.ABSORBING, 2, 5e4);
        try (Propagator propagator = small.onCard(this::open, TestContext.forOperator())) {
            assertThatThrownBy(() -> propagator.forward(
                            small.model(1), new double[propagator.range().size()]))
                    .isInstanceOf(NumericsException.class)
                    .hasMessageContaining("memory of 50 kB is too little for data: one wave takes ");
        }
    }

    /** A mapping on the card. */
    private abstract class Contract extends MappingContract {

        private final Small small;

        Contract(Small small) {
            this.small = small;
        }

        @Override
        protected Mapping mapping() {
            return small.onCard(CardContract.this::open, TestContext.forOperator());
        }

        @Override
        protected double[] point(RandomGenerator random, int size) {
            return small.model(random.nextLong());
        }

        @Override
        protected double tolerance() {
            return FLOAT;
        }

        @Override
        protected double taylorStep() { // as long as models stay stable: rounding hides short steps
            return 0.08;
        }
    }

    @Nested
    class Plane extends Contract {
        Plane() {
            super(new Small(List.of(17, 13), 8, Top.ABSORBING, 2, Small.PLENTY));
        }
    }

    @Nested
    class PlaneBelowAFreeSurfaceWithLittleMemory extends Contract {
        PlaneBelowAFreeSurfaceWithLittleMemory() {
            super(new Small(List.of(17, 13), 4, Top.FREE_SURFACE, 2, 3e5));
        }
    }

    @Nested
    class Space extends Contract {
        Space() {
            super(new Small(List.of(8, 9, 10), 4, Top.ABSORBING, 1, Small.PLENTY));
        }
    }
}
