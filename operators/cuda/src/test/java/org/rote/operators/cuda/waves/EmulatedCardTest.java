package org.rote.operators.cuda.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rote.operators.cuda.device.Device;
import org.rote.operators.propagation.Boundary.Top;
import org.rote.operators.propagation.Propagator;
import org.rote.spi.NumericsException;
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
                                    + " for batches of 5 shots on an emulated card\n  fix  batches of up to \\d shots? fit; set memory to at most 950 kB,"
                                    + " or close other programs and linearizations on the card");
            // What it had taken is given back.
            assertThat(devices.get(0).free()).isEqualTo(1_000_000);
        }
        assertThat(devices.get(0).isClosed()).isTrue();
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
}
