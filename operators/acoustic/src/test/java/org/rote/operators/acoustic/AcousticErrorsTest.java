package org.rote.operators.acoustic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.numerics.WaveSpeed;
import org.rote.operators.propagation.Boundary;
import org.rote.operators.propagation.WaveKeys;
import org.rote.operators.survey.Grid;
import org.rote.operators.survey.Layout;
import org.rote.operators.survey.Recording;
import org.rote.operators.survey.Wavelet;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;
import org.rote.testkit.TestContext;

final class AcousticErrorsTest {

    private static final Layout INSIDE = new Layout.Line(List.of(20.0, 20.0), List.of(280.0, 20.0), 4);
    private static final Boundary LAYERS = new Boundary(8, Boundary.Top.ABSORBING);
    private static final Recording RECORD = new Recording(0.3, 0.004, Optional.empty());
    private static final Wavelet WAVELET = new Wavelet.Ricker(12, Optional.of(0.1));

    private static AcousticConfig config(
            List<Integer> shape, Recording time, Wavelet wavelet, int order, Boundary boundary, Layout shots) {
        return new AcousticConfig(
                WaveSpeed.VELOCITY,
                new WaveKeys(new Grid(shape, List.of(10.0)), time, wavelet, order, boundary, shots, INSIDE, 1e8));
    }

    private static ForwardOperator operator(AcousticConfig config, TestContext context) {
        return new AcousticFactory().create(config, context);
    }

    private static void forward(ForwardOperator operator, double velocity) {
        double[] model = new double[operator.domain().size()];
        Arrays.fill(model, velocity);
        operator.forward(model, new double[operator.range().size()]);
    }

    @Test
    void refusesOtherOrders() {
        assertThatThrownBy(() -> config(List.of(30, 30), RECORD, WAVELET, 6, LAYERS, INSIDE))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("order: must be 4, 8 or 16, got 6 (give one of them)");
    }

    @Test
    void refusesThinLayers() {
        assertThatThrownBy(() -> new Boundary(3, Boundary.Top.ABSORBING))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("cells: must be at least 4, got 3");
    }

    @Test
    void refusesAGridThatIsSmallerThanItsDifferences() {
        AcousticConfig config = config(List.of(30, 15), RECORD, WAVELET, 16, LAYERS, INSIDE);
        assertThatThrownBy(() -> operator(config, TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("grid.shape[1]: must be at least 16 for differences of order 16, got 15")
                .hasMessageContaining("enlarge the grid, or take a lower order");
    }

    @Test
    void refusesAGridThatIsTooLargeForAnArray() {
        AcousticConfig config = config(List.of(50_000, 50_000), RECORD, WAVELET, 8, LAYERS, INSIDE);
        assertThatThrownBy(() -> operator(config, TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("grid.shape: with ")
                .hasMessageContaining(" is larger than one array can be, 2147483639")
                .hasMessageContaining("take fewer nodes, or larger cells");
    }

    @Test
    void refusesAWaveletThatIsLongerThanTheRecord() {
        Recording brief = new Recording(0.1, 0.004, Optional.empty());
        AcousticConfig config = config(List.of(30, 30), brief, WAVELET, 8, LAYERS, INSIDE);
        assertThatThrownBy(() -> operator(config, TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("wavelet: lasts 0.225 s, longer than the record of 0.1 s");
    }

    @Test
    void refusesShotsOutside() {
        Layout outside = new Layout.Points(List.of(List.of(20.0, 20.0), List.of(300.0, 20.0)));
        AcousticConfig config = config(List.of(30, 30), RECORD, WAVELET, 8, LAYERS, outside);
        assertThatThrownBy(() -> operator(config, TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("shots: number 1 at (300.0 m, 20.0 m) is outside the grid");
    }

    @Test
    void refusesShotsOnAFreeSurface() {
        Layout above = new Layout.Points(List.of(List.of(20.0, 0.0)));
        Boundary free = new Boundary(8, Boundary.Top.FREE_SURFACE);
        AcousticConfig config = config(List.of(30, 30), RECORD, WAVELET, 8, free, above);
        assertThatThrownBy(() -> operator(config, TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "shots: number 0 at (20.0 m, 0.0 m) is on the free surface, where there is no field")
                .hasMessageContaining("move it down");
    }

    @Test
    void refusesAStepThatIsNotStable() {
        Recording fixed = new Recording(0.3, 0.004, Optional.of(0.004));
        ForwardOperator operator =
                operator(config(List.of(30, 30), fixed, WAVELET, 8, LAYERS, INSIDE), TestContext.forOperator());
        assertThatThrownBy(() -> forward(operator, 3000))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("a time step of 0.004 s is not stable where the velocity is 3000 m/s")
                .hasMessageContaining("the limit of this grid is 0.001849 s")
                .hasMessageContaining("fix  take a step of at most 0.001849 s, leave the step out");
    }

    @Test
    void refusesAStepOfWhichThereWouldBeTooMany() {
        Recording tiny = new Recording(0.3, 0.004, Optional.of(1e-9));
        assertThatThrownBy(() ->
                        operator(config(List.of(30, 30), tiny, WAVELET, 8, LAYERS, INSIDE), TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("time.step: makes 300000000 steps in 0.3 s, more than 10000000")
                .hasMessageContaining("take a longer step, or leave it out");
    }

    @Test
    void refusesAModelThatNeedsTooManySteps() {
        ForwardOperator operator =
                operator(config(List.of(30, 30), RECORD, WAVELET, 8, LAYERS, INSIDE), TestContext.forOperator());
        assertThatThrownBy(() -> forward(operator, 3e9))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining(" s, for a velocity of 3e9 m/s, makes ")
                .hasMessageContaining("more than 10000000")
                .hasMessageContaining("fix  correct the velocity, record shorter");
    }

    @Test
    void refusesASamplingOfWhichRowsWouldTakeAllMemory() {
        Recording dense = new Recording(0.3, 1e-7, Optional.empty());
        ForwardOperator operator =
                operator(config(List.of(30, 30), dense, WAVELET, 8, LAYERS, INSIDE), TestContext.forOperator());
        assertThatThrownBy(() -> forward(operator, 3000))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("traces every 0.0001 ms are 3000001 samples: what makes them from steps of ")
                .hasMessageContaining(", more than the memory of 100 MB")
                .hasMessageContaining("fix  sample less often, record shorter, or allow more memory");
    }

    @Test
    void shortensTheStepsOfALongCoarseRecord() {
        TestContext context = TestContext.forOperator();
        Recording longer = new Recording(10, 0.004, Optional.empty());
        Wavelet high = new Wavelet.Ricker(28, Optional.of(0.1));
        ForwardOperator operator = operator(config(List.of(30, 30), longer, high, 8, LAYERS, INSIDE), context);
        forward(operator, 2000);
        assertThat(context.notes())
                .singleElement()
                .asString()
                .contains(
                        "waves are stepped by 0.917 ms, 10927 times; the limit where the velocity is 2000 m/s is 2.773 ms")
                .contains("longer ones would spread waves of 77.44 Hz too far within 10 s");
    }

    @Test
    void warnsOfDispersionThatALongFixedStepLeaves() {
        TestContext context = TestContext.forOperator();
        Recording longer = new Recording(10, 0.004, Optional.of(0.0025));
        Wavelet high = new Wavelet.Ricker(28, Optional.of(0.1));
        ForwardOperator operator = operator(config(List.of(30, 30), longer, high, 8, LAYERS, INSIDE), context);
        forward(operator, 2000);
        assertThat(context.warnings())
                .anySatisfy(warning -> assertThat(warning)
                        .contains("steps of 2.5 ms are long for a record of 10 s: their dispersion is taken out up to ")
                        .contains("record shorter, or fix a step of at most "));
    }

    @Test
    void saysWhichNodeIsNotPositive() {
        ForwardOperator operator =
                operator(config(List.of(30, 30), RECORD, WAVELET, 8, LAYERS, INSIDE), TestContext.forOperator());
        double[] model = new double[operator.domain().size()];
        Arrays.fill(model, 2000);
        model[3 * 30 + 7] = -1;
        assertThatThrownBy(() ->
                        operator.forward(model, new double[operator.range().size()]))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("velocity must be greater than 0 and finite, got -1.0 m/s in cell (3, 7)")
                .hasMessageContaining("fix  correct the model, or use a prior");
    }

    @Test
    void warnsOnceOfTooFewPointsInAWavelength() {
        TestContext context = TestContext.forOperator();
        ForwardOperator operator = operator(config(List.of(30, 30), RECORD, WAVELET, 4, LAYERS, INSIDE), context);
        forward(operator, 3000);
        assertThat(context.warnings()).isEmpty();
        forward(operator, 1200);
        forward(operator, 1200);
        assertThat(context.warnings())
                .singleElement()
                .asString()
                .contains(
                        "the shortest wavelength, 36.15 m at 33.19 Hz where the velocity is 1200 m/s, has 3.615 grid points")
                .contains("differences of order 4 make it travel")
                .contains(
                        "% too slowly along an axis; take a finer grid, a wavelet of lower frequency, or a higher order");
    }

    @Test
    void refusesAWaveThatTheGridCannotCarry() {
        ForwardOperator operator =
                operator(config(List.of(30, 30), RECORD, WAVELET, 8, LAYERS, INSIDE), TestContext.forOperator());
        assertThatThrownBy(() -> forward(operator, 200))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining("the wavelength of the peak, 16.")
                .hasMessageContaining(" grid points (spacing 10 m); below 2 nothing can be computed")
                .hasMessageContaining("fix  take a spacing of at most");
    }

    @Test
    void notesTheStepThatItChose() {
        TestContext context = TestContext.forOperator();
        ForwardOperator operator = operator(config(List.of(30, 30), RECORD, WAVELET, 8, LAYERS, INSIDE), context);
        forward(operator, 3000);
        forward(operator, 2500);
        assertThat(context.notes())
                .singleElement()
                .asString()
                .contains("waves are stepped by 1.682 ms, ")
                .contains("the limit where the velocity is 3000 m/s is 1.849 ms");
    }
}
