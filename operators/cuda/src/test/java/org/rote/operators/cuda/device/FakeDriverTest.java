package org.rote.operators.cuda.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rote.operators.cuda.device.Device.Extent;

/** JCuda on a stand-in for the driver: what is found, and that errors are told. */
@Tag("fake-driver")
final class FakeDriverTest {

    @BeforeEach
    void load() {
        FakeDriver.require();
        FakeDriver.becomeGood();
    }

    @Test
    void findsACard() {
        assertThat(CudaCards.search().unavailable(0)).isEmpty();
        assertThat(new CudaCards().unavailable(0)).isEmpty();
    }

    @Test
    void tellsWhichCardsThereAre() {
        assertThat(CudaCards.search().unavailable(3)).contains("there is no card 3, only Paper 100, card 0");
    }

    @Test
    void tellsThatThereIsNoCard() {
        FakeDriver.become(100, FakeDriver.INTERFACE, 0, 75, 1);
        assertThat(CudaCards.search().unavailable(0)).contains("the NVIDIA driver finds no card");
        FakeDriver.become(0, FakeDriver.INTERFACE, 0, 75, 1);
        assertThat(CudaCards.search().unavailable(0)).contains("the NVIDIA driver finds no card");
    }

    @Test
    void tellsThatTheDriverDoesNotStart() {
        FakeDriver.become(999, FakeDriver.INTERFACE, 1, 75, 1);
        assertThat(CudaCards.search().unavailable(0))
                .contains("the NVIDIA driver does not start: CUDA_ERROR_UNKNOWN, as the stand-in was told");
    }

    @Test
    void tellsThatTheDriverIsTooOld() {
        FakeDriver.become(0, 12_040, 1, 75, 1);
        assertThat(CudaCards.search().unavailable(0))
                .contains(
                        "the NVIDIA driver is too old: it supports CUDA 12.4, the kernels need CUDA 13.0, driver 580 or newer");
    }

    @Test
    void tellsThatTheCardIsTooOld() {
        FakeDriver.become(0, FakeDriver.INTERFACE, 1, 70, 1);
        assertThat(CudaCards.search().unavailable(0))
                .contains("Paper 100, card 0, has compute capability 7.0, the kernels need 7.5 or newer");
    }

    @Test
    void tellsHowMuchMemoryThereWas() {
        try (Device device = new CudaCards().open(0)) {
            assertThatThrownBy(() -> device.allocate(1L << 31))
                    .isInstanceOfSatisfying(DeviceMemoryException.class, full -> {
                        assertThat(full.asked()).isEqualTo(1L << 31);
                        assertThat(full.free()).isEqualTo(1L << 30);
                    });
        }
        assertThat(FakeDriver.held()).isZero();
    }

    @Test
    void checksEveryCall() {
        try (Device device = new CudaCards().open(0)) {
            assertThatThrownBy(() -> device.release(4096))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("cuMemFree failed: CUDA_ERROR_INVALID_VALUE, as the stand-in was told");
            assertThatThrownBy(() -> device.launch("none", Extent.of(1), Extent.of(1), new Arguments(new byte[8])))
                    .hasMessageStartingWith("cuModuleGetFunction none failed: CUDA_ERROR_NOT_FOUND");
        }
    }

    @Test
    void refusesMoreThanACardLaunches() {
        try (Device device = new CudaCards().open(0)) {
            for (Extent blocks : List.of(new Extent(1, 65_536, 1), new Extent(1, 1, 65_536))) {
                assertThatThrownBy(() -> device.launch("mirror", blocks, Extent.of(32), mirrorOfNothing()))
                        .hasMessageStartingWith("mirror failed: CUDA_ERROR_INVALID_VALUE");
            }
            assertThatThrownBy(() -> device.launch("mirror", Extent.of(1), Extent.of(2048), mirrorOfNothing()))
                    .hasMessageStartingWith("mirror failed: CUDA_ERROR_INVALID_VALUE");
        }
    }

    private static Arguments mirrorOfNothing() {
        return new Arguments(new byte[576]).whole(0).whole(0).address(0).address(0);
    }

    @Test
    void isOfNoUseOnceItIsClosed() {
        Device device = new CudaCards().open(0);
        device.close();
        device.close();
        assertThat(FakeDriver.held()).isZero();
        assertThatThrownBy(device::free).hasMessage("the card is closed");
    }
}
