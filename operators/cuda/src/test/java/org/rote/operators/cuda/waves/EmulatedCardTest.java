package org.rote.operators.cuda.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.operators.cuda.device.CardException;
import org.rote.operators.cuda.device.Device;
import org.rote.operators.cuda.device.Device.Extent;
import org.rote.operators.cuda.device.DeviceMemoryException;
import org.rote.operators.propagation.Boundary.Top;
import org.rote.operators.propagation.Propagator;
import org.rote.operators.propagation.memory.Sizes;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.spi.ResourceException;
import org.rote.spi.RunInterruptedException;
import org.rote.testkit.TestContext;

/** The kernels of the card, compiled for the processor, behind the code that runs on a card. */
final class EmulatedCardTest extends CardContract {

    private static final Small PLANE = new Small(List.of(40, 36), 4, Top.ABSORBING, 5, Small.PLENTY);

    @Override
    Device open() {
        return Emulation.device();
    }

    /** On a card they run in no order at all. */
    @ParameterizedTest
    @MethodSource("surveys")
    void orderOfThreadsDoesNotMatter(Small small) {
        Emulation.require();
        Results forwards;
        Results backwards;
        try (Propagator propagator =
                small.onCard(() -> new EmulatedDevice(1 << 30, false), TestContext.forOperator())) {
            forwards = Results.of(small, propagator);
        }
        try (Propagator propagator = small.onCard(() -> new EmulatedDevice(1 << 30, true), TestContext.forOperator())) {
            backwards = Results.of(small, propagator);
        }
        assertThat(backwards.forward()).containsExactly(forwards.forward());
        assertThat(backwards.jvp()).containsExactly(forwards.jvp());
        assertThat(backwards.vjp()).containsExactly(forwards.vjp());
    }

    @Test
    void tellsHowManyShotsFitWhereTheCardHasLessMemoryThanIsAllowed() {
        Emulation.require();
        List<EmulatedDevice> devices = new ArrayList<>();
        try (Propagator propagator = PLANE.onCard(
                () -> {
                    devices.add(new EmulatedDevice(1_000_000, false));
                    return devices.get(0);
                },
                TestContext.forOperator())) {
            assertThatThrownBy(() -> propagator.linearize(PLANE.model(1)))
                    .isInstanceOf(NumericsException.class)
                    .hasMessageMatching(
                            "(?s)the card is out of memory: .+ were asked for when .+ were free, of 1(\\.0)? MB before this began,"
                                    + " for batches of 5 shots on an emulated card\n  fix  batches of \\d shots? fit: set memory to at most 950 kB,"
                                    + " or close other programs and linearizations on the card");
            // What it had taken is given back.
            assertThat(devices.get(0).free()).isEqualTo(1_000_000);
        }
        assertThat(devices.get(0).isClosed()).isTrue();
    }

    /** What the linearization keeps is a part of what it may take: another budget would be for that too. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void countsWhatIsKeptAmongWhatFits(boolean transposed) {
        Emulation.require();
        Small small = new Small(PLANE.shape(), PLANE.order(), PLANE.top(), PLANE.shots(), 3_000_000);
        EmulatedDevice device = new EmulatedDevice(3_000_000, false);
        try (Propagator propagator = small.onCard(() -> device, TestContext.forOperator());
                Linearization at = propagator.linearize(small.model(1))) {
            long kept = 3_000_000 - device.free();
            assertThat(kept).isGreaterThan(1_000_000);
            // Another program takes most of the rest.
            long others = device.allocate(device.free() - 50_000);
            double[] dx = small.model(2);
            double[] dy = at.value().clone();
            assertThatThrownBy(() -> {
                        if (transposed) {
                            at.vjp(dy, dx);
                        } else {
                            at.jvp(dx, dy);
                        }
                    })
                    .isInstanceOf(NumericsException.class)
                    .hasMessageContaining("of 50 kB before this began besides " + Sizes.words(kept)
                            + " that this linearization keeps, for batches of ")
                    .hasMessageMatching(
                            "(?s).+ fix  batches of \\d shots? fit: set memory to at most (1\\.\\d|2\\.\\d) MB,.+");
            device.release(others);
            at.vjp(dy, dx); // what there was before is still there
        }
        assertThat(device.isClosed()).isTrue();
    }

    @Test
    void tellsWhatIsWrongWithACardThatCannotBeOpened() {
        try (Propagator propagator = PLANE.onCard(
                () -> {
                    throw new DeviceMemoryException(
                            "cuDevicePrimaryCtxRetain", OptionalLong.empty(), OptionalLong.empty());
                },
                TestContext.forOperator())) {
            assertThatThrownBy(() -> propagator.linearize(PLANE.model(1)))
                    .isInstanceOf(NumericsException.class)
                    .hasMessage("the card failed: cuDevicePrimaryCtxRetain failed: the card is out of memory\n"
                            + "  fix  close other programs on the card, which nvidia-smi lists,"
                            + " or take the type without \"-cuda\", which computes the same on the processor");
        }
    }

    @Test
    void worksWithTheMemoryThatTheErrorNames() {
        Emulation.require();
        Small less = new Small(PLANE.shape(), PLANE.order(), PLANE.top(), PLANE.shots(), 950_000);
        try (Propagator propagator =
                less.onCard(() -> new EmulatedDevice(1_000_000, false), TestContext.forOperator())) {
            Results.of(less, propagator);
        }
    }

    @Test
    void tellsThatNotEvenOneShotFits() {
        Emulation.require();
        try (Propagator propagator =
                PLANE.onCard(() -> new EmulatedDevice(100_000, false), TestContext.forOperator())) {
            assertThatThrownBy(() -> propagator.forward(
                            PLANE.model(1), new double[propagator.range().size()]))
                    .isInstanceOf(NumericsException.class)
                    .hasMessageContaining("fix  not even one shot fits, which takes ")
                    .hasMessageContaining("take a smaller grid");
        }
    }

    /** In a plane a block has 8 nodes along x, in space 4 along y and x; rows at a free surface have one each. */
    @ParameterizedTest
    @CsvSource({
        "40:36, ABSORBING, 6, 65535, x, 56, 48, 32",
        "12:14:10, ABSORBING, 5, 65535, y, 22, 20, 12",
        "14:12:10, ABSORBING, 65535, 5, x, 22, 20, 12",
        "14:12:10, FREE_SURFACE, 20, 65535, x, 22, 20, 12",
    })
    void refusesAGridOfMoreBlocksThanALaunchMayHave(
            String shape, Top top, int y, int z, String axis, int nodes, int most, int beside) {
        Emulation.require();
        Extent admitted = new Extent(Integer.MAX_VALUE, y, z);
        List<Integer> counts = Stream.of(shape.split(":")).map(Integer::valueOf).toList();
        Small small = new Small(counts, 4, top, 1, Small.PLENTY);
        double[] model = small.model(1);
        try (Propagator propagator = small.onCard(() -> admitting(admitted), TestContext.forOperator())) {
            double[] data = new double[propagator.range().size()];
            String told = nodes + " nodes along " + axis
                    + ", layers included, take more blocks than an emulated card admits in a launch, which has room for "
                    + most + "\n  fix  take at most " + beside + " nodes along " + axis
                    + " beside the layers, or take the type without \"-cuda\", which computes the same on the processor";
            assertThatThrownBy(() -> propagator.forward(model, data))
                    .isInstanceOf(ResourceException.class)
                    .hasMessage(told);
            assertThatThrownBy(() -> propagator.linearize(model))
                    .isInstanceOf(ResourceException.class)
                    .hasMessage(told);
        }
        List<Integer> advised =
                counts.stream().map(count -> Math.min(count, beside)).toList();
        Small smaller = new Small(advised, 4, top, 1, Small.PLENTY);
        try (Propagator propagator = smaller.onCard(() -> admitting(admitted), TestContext.forOperator())) {
            Results.of(smaller, propagator);
        }
    }

    /** Shots behind one another, and rows of all shots at a free surface, are within what is admitted. */
    @ParameterizedTest
    @CsvSource({"65535, 5, 1", "65535, 10, 2", "40, 65535, 2", "65535, 65535, 3"})
    void stepsAsManyShotsTogetherAsALaunchMayHave(int y, int z, int together) {
        Emulation.require();
        Small small = new Small(List.of(12, 12, 10), 4, Top.FREE_SURFACE, 3, Small.PLENTY);
        TestContext context = TestContext.forOperator();
        try (Propagator propagator = small.onCard(() -> admitting(new Extent(Integer.MAX_VALUE, y, z)), context)) {
            Results.of(small, propagator);
        }
        assertThat(context.notes())
                .anySatisfy(note -> assertThat(note).contains("goes through 3 shots by batches of " + together + ","));
    }

    private static Device admitting(Extent blocks) {
        EmulatedDevice device = Emulation.device();
        device.admit(blocks);
        return device;
    }

    @Test
    void stopsWhenTheRunIsInterruptedAndGivesEverythingBack() {
        Emulation.require();
        EmulatedDevice device = new EmulatedDevice(1 << 30, false);
        try (Propagator propagator = PLANE.onCard(() -> device, TestContext.forOperator())) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> propagator.linearize(PLANE.model(1))).isInstanceOf(RunInterruptedException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(device.free()).isEqualTo(1 << 30);
        }
    }

    /** The last that holds the card closes it, and what is closed does not open another. */
    @Test
    void closesEveryCardThatItOpens() {
        Emulation.require();
        List<EmulatedDevice> devices = new ArrayList<>();
        Propagator propagator = PLANE.onCard(
                () -> {
                    devices.add(Emulation.device());
                    return devices.get(devices.size() - 1);
                },
                TestContext.forOperator());
        double[] model = PLANE.model(1);
        Linearization left = propagator.linearize(model);
        double[] data = left.value().clone();
        propagator.close();
        left.jvp(new double[model.length], data);
        left.vjp(data, model);
        assertThat(devices).singleElement().matches(device -> !device.isClosed());
        left.close();
        assertThat(devices).singleElement().matches(EmulatedDevice::isClosed);
        assertThatThrownBy(() -> left.jvp(model, data)).hasMessage("this linearization is closed");
        assertThatThrownBy(() -> left.vjp(data, model)).hasMessage("this linearization is closed");
        assertThat(devices).hasSize(1);
        propagator.forward(PLANE.model(2), data);
        propagator.close();
        assertThat(devices).hasSize(2).allMatch(EmulatedDevice::isClosed);
    }

    @Test
    void givesTheRestBackWhereTheCardRefusesSome() {
        Emulation.require();
        EmulatedDevice device = new EmulatedDevice(1 << 30, false);
        Propagator propagator = PLANE.onCard(() -> device, TestContext.forOperator());
        Linearization at = propagator.linearize(PLANE.model(1));
        propagator.close();
        device.refuseOnce();
        assertThatThrownBy(at::close)
                .isInstanceOf(NumericsException.class)
                .hasMessageStartingWith(
                        "the card failed: this memory is not taken back\n  fix  see what nvidia-smi says");
        // It closes only when all memory was given back.
        assertThat(device.isClosed()).isTrue();
        at.close();
    }

    @Test
    void tellsTheFirstFailureWhereGivingBackFailsToo() {
        Emulation.require();
        EmulatedDevice device = new EmulatedDevice(300_000, false);
        try (Propagator propagator = PLANE.onCard(() -> device, TestContext.forOperator())) {
            device.refuseOnce();
            assertThatThrownBy(() -> propagator.linearize(PLANE.model(1)))
                    .hasMessageStartingWith("the card is out of memory: ")
                    .cause()
                    .satisfies(full ->
                            assertThat(full.getSuppressed()).singleElement().isInstanceOf(CardException.class));
            assertThat(device.free()).isEqualTo(300_000);
        }
    }
}
