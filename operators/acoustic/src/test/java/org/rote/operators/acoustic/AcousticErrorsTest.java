package org.rote.operators.acoustic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
                new WaveKeys(
                        new Grid(shape, List.of(10.0)),
                        time,
                        wavelet,
                        order,
                        boundary,
                        shots,
                        inside(shape.size()),
                        1e8));
    }

    private static Layout inside(int dimensions) {
        return dimensions == 2 ? INSIDE : new Layout.Points(List.of(List.of(20.0, 20.0, 20.0)));
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

    /** The last of these wrap whole numbers of 64 bits, or of 32. */
    static List<List<Integer>> tooLarge() {
        return List.of(
                List.of(50_000, 50_000),
                List.of(2_000_000_000, 2_000_000_000, 2_000_000_000),
                List.of(Integer.MAX_VALUE, 512),
                List.of(2_147_483_640, 2_147_483_640));
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void refusesAGridThatIsTooLargeForAnArray(List<Integer> shape) {
        AcousticConfig config = config(shape, RECORD, WAVELET, 8, LAYERS, inside(shape.size()));
        assertThatThrownBy(() -> operator(config, TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("grid.shape: a grid of " + shape.get(0) + " × " + shape.get(1))
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
                .hasMessageContaining("shots: number 1 at (300 m, 20 m) is outside the grid");
    }

    @Test
    void refusesShotsOnAFreeSurface() {
        Layout above = new Layout.Points(List.of(List.of(20.0, 0.0)));
        Boundary free = new Boundary(8, Boundary.Top.FREE_SURFACE);
        AcousticConfig config = config(List.of(30, 30), RECORD, WAVELET, 8, free, above);
        assertThatThrownBy(() -> operator(config, TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("shots: number 0 at (20 m, 0 m) is on the free surface, where there is no field")
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
                .hasMessageContaining("fix  take a step of at most 0.001848 s, leave the step out");
    }

    /** Rounded to the nearest, every other one would be refused again. */
    @ParameterizedTest
    @ValueSource(doubles = {1500, 1777, 2345, 3000, 3210, 4460})
    void advisesAStepThatIsStable(double velocity) {
        Recording fixed = new Recording(0.3, 0.004, Optional.of(0.02));
        ForwardOperator refusing =
                operator(config(List.of(30, 30), fixed, WAVELET, 8, LAYERS, INSIDE), TestContext.forOperator());
        Throwable refusal = catchThrowable(() -> forward(refusing, velocity));
        double step = numberAfter("at most ", refusal.getMessage());
        Recording advised = new Recording(0.3, 0.004, Optional.of(step));
        forward(
                operator(config(List.of(30, 30), advised, WAVELET, 8, LAYERS, INSIDE), TestContext.forOperator()),
                velocity);
    }

    private static double numberAfter(String words, String message) {
        Matcher matcher = Pattern.compile(words + "([0-9.e-]+) ").matcher(message);
        assertThat(matcher.find()).as(message).isTrue();
        return Double.parseDouble(matcher.group(1));
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
                .hasMessageContaining(
                        "fix  did you mean \"unit: m/s\" where the model is read? otherwise correct the velocity, record shorter");
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
    void refusesMoreDataThanAnArrayHolds() {
        Recording dense = new Recording(0.3, 2e-9, Optional.empty());
        assertThatThrownBy(() ->
                        operator(config(List.of(30, 30), dense, WAVELET, 8, LAYERS, INSIDE), TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "time.sampling: makes 150000001 samples, and with 4 shots of 4 receivers more data than one array can hold")
                .hasMessageContaining("sample less often, record shorter, or take fewer shots or receivers");
    }

    @Test
    void refusesTracesThatAnArrayDoesNotHold() {
        Recording tiny = new Recording(0.3, 0.004, Optional.of(4e-8));
        Layout many = new Layout.Line(List.of(20.0, 20.0), List.of(280.0, 20.0), 400);
        AcousticConfig config = new AcousticConfig(
                WaveSpeed.VELOCITY,
                new WaveKeys(new Grid(List.of(30, 30), List.of(10.0)), tiny, WAVELET, 8, LAYERS, INSIDE, many, 1e8));
        assertThatThrownBy(() -> operator(config, TestContext.forOperator()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(
                        "time.step: makes 7500000 steps in 0.3 s, and traces of 400 receivers at as many are larger than one array can be");
    }

    @Test
    void warnsOfWavesThatTheSamplesCannotCarry() {
        TestContext context = TestContext.forOperator();
        operator(
                config(List.of(30, 30), new Recording(0.3, 0.02, Optional.empty()), WAVELET, 8, LAYERS, INSIDE),
                context);
        assertThat(context.warnings())
                .singleElement()
                .asString()
                .startsWith("samples every 0.0200 s carry waves up to 25.0 Hz, but the wavelet has some up to 33.");
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
                        "waves are stepped by 0.917 ms, 10959 times; the limit where the velocity is 2000 m/s is 2.773 ms")
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
        double advised = numberAfter("fix a step of at most ", String.join("\n", context.warnings())) / 1000;
        TestContext calm = TestContext.forOperator();
        Recording followed = new Recording(10, 0.004, Optional.of(advised));
        forward(operator(config(List.of(30, 30), followed, high, 8, LAYERS, INSIDE), calm), 2000);
        assertThat(calm.warnings()).noneMatch(warning -> warning.contains("dispersion is taken out up to"));
    }

    /** In 400 s the step that leaves no dispersion would be taken 16 million times. */
    @Test
    void advisesNoStepOfWhichThereWouldBeTooMany() {
        TestContext context = TestContext.forOperator();
        Recording endless = new Recording(400, 0.5, Optional.of(0.0025));
        Wavelet high = new Wavelet.Ricker(28, Optional.of(0.1));
        Layout one = new Layout.Points(List.of(List.of(20.0, 20.0)));
        forward(operator(config(List.of(30, 30), endless, high, 8, LAYERS, one), context), 2000);
        assertThat(context.warnings())
                .filteredOn(warning -> warning.contains("dispersion is taken out up to"))
                .singleElement()
                .asString()
                .endsWith("but the wavelet has waves up to 100.7 Hz; record shorter");
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
    void asksForTheUnitOfVelocitiesThatSeemToBeInKilometresPerSecond() {
        ForwardOperator operator =
                operator(config(List.of(30, 30), RECORD, WAVELET, 8, LAYERS, INSIDE), TestContext.forOperator());
        assertThatThrownBy(() -> forward(operator, 2.5))
                .isInstanceOf(NumericsException.class)
                .hasMessageContaining(
                        "fix  did you mean \"unit: km/s\" where the model is read? otherwise take a spacing");
        assertThatThrownBy(() -> forward(operator, 200)).hasMessageNotContaining("unit:");
    }

    @Test
    void asksForTheUnitOfVelocitiesThatSeemToBeConvertedTwice() {
        TestContext context = TestContext.forOperator();
        ForwardOperator operator = operator(config(List.of(30, 30), RECORD, WAVELET, 8, LAYERS, INSIDE), context);
        forward(operator, 30_000);
        forward(operator, 30_000);
        assertThat(context.warnings())
                .containsExactly("the fastest velocity is 30000 m/s, more than any rock has:"
                        + " did you mean \"unit: m/s\" where the model is read? otherwise correct the model");
    }

    @Test
    void notesEachStepThatItChoosesOnce() {
        TestContext context = TestContext.forOperator();
        ForwardOperator operator = operator(config(List.of(30, 30), RECORD, WAVELET, 8, LAYERS, INSIDE), context);
        forward(operator, 3000);
        forward(operator, 2500);
        forward(operator, 3000);
        forward(operator, 2500);
        assertThat(context.notes()).hasSize(2);
        assertThat(context.notes().get(0))
                .contains("waves are stepped by 1.682 ms, ")
                .contains("the limit where the velocity is 3000 m/s is 1.849 ms");
        assertThat(context.notes().get(1))
                .contains("waves are stepped by 2 ms, ")
                .contains("the limit where the velocity is 2500 m/s is 2.219 ms");
    }
}
