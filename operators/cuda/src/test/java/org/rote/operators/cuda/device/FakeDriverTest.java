package org.rote.operators.cuda.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.operators.cuda.device.Device.Extent;

/** JCuda on a stand-in for the driver: what is found, and that errors are told. */
@Tag("fake-driver")
final class FakeDriverTest {

    private static final int OUT_OF_MEMORY = 2;
    private static final int JIT_COMPILER_NOT_FOUND = 221;
    private static final int UNSUPPORTED_PTX_VERSION = 222;
    private static final int ILLEGAL_ADDRESS = 700;
    private static final int UNKNOWN = 999;

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
        FakeDriver.become(0, FakeDriver.INTERFACE, 2, 75, 1);
        assertThat(CudaCards.search().unavailable(3))
                .contains("there is no card 3; there is card 0 (Paper 100), card 1 (Paper 100)");
    }

    @Test
    void oneGoodCardIsEnough() {
        FakeDriver.become(0, FakeDriver.INTERFACE, 2, 75, 1);
        FakeDriver.setCapability(0, 70);
        CudaCards.Search found = CudaCards.search();
        assertThat(found.unavailable()).isEmpty();
        assertThat(found.unavailable(1)).isEmpty();
        assertThat(found.unavailable(0))
                .contains("card 0 (Paper 100) has compute capability 7.0, the kernels need 7.5 or newer;"
                        + " there is card 1 (Paper 100)");
    }

    @Test
    void tellsOfEachCardWhyNoneCanBeUsed() {
        FakeDriver.become(0, FakeDriver.INTERFACE, 2, 61, 1);
        FakeDriver.setCapability(1, 70);
        assertThat(CudaCards.search().unavailable())
                .contains("card 0 (Paper 100) has compute capability 6.1, the kernels need 7.5 or newer;"
                        + " card 1 (Paper 100) has compute capability 7.0, the kernels need 7.5 or newer");
    }

    @Test
    void aCardThatDoesNotAnswerLeavesTheOthers() {
        FakeDriver.become(0, FakeDriver.INTERFACE, 2, 75, 1);
        FakeDriver.fail("cuDeviceGetAttribute", 0, UNKNOWN);
        CudaCards.Search found = CudaCards.search();
        assertThat(found.unavailable(1)).isEmpty();
        assertThat(found.unavailable(0))
                .contains("card 0 (Paper 100) does not answer: cuDeviceGetAttribute failed: CUDA_ERROR_UNKNOWN,"
                        + " as the stand-in was told; there is card 1 (Paper 100)");
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
        FakeDriver.become(UNKNOWN, FakeDriver.INTERFACE, 1, 75, 1);
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
                .contains("card 0 (Paper 100) has compute capability 7.0, the kernels need 7.5 or newer");
    }

    @Test
    void tellsHowMuchMemoryThereWas() {
        try (Device device = new CudaCards().open(0)) {
            assertThatThrownBy(() -> device.allocate(1L << 31))
                    .hasMessage("cuMemAlloc failed: 2147483648 bytes were asked for, 1073741824 are free")
                    .isInstanceOfSatisfying(DeviceMemoryException.class, full -> {
                        assertThat(full.asked()).hasValue(1L << 31);
                        assertThat(full.free()).hasValue(1L << 30);
                    });
        }
        assertThat(FakeDriver.held()).isZero();
    }

    /** Memory is needed by more than what asks for it by name. */
    @ParameterizedTest
    @CsvSource({
        "cuModuleLoadDataEx, cuModuleLoadDataEx on card 0 (Paper 100)",
        "cuStreamCreate, cuStreamCreate",
    })
    void tellsWhichCallFoundNoMemoryWhenItIsOpened(String call, String name) {
        FakeDriver.fail(call, 0, OUT_OF_MEMORY);
        assertThatThrownBy(() -> new CudaCards().open(0))
                .isInstanceOf(DeviceMemoryException.class)
                .hasMessage(name + " failed: the card is out of memory, 1073741824 are free");
        assertThat(FakeDriver.held()).isZero();
    }

    @Test
    void tellsThatThereIsNoMemoryForAContext() {
        FakeDriver.fail("cuDevicePrimaryCtxRetain", 0, OUT_OF_MEMORY);
        assertThatThrownBy(() -> new CudaCards().open(0))
                .isInstanceOf(DeviceMemoryException.class)
                .hasMessageStartingWith(
                        "cuDevicePrimaryCtxRetain of card 0 (Paper 100) failed: the card is out of memory");
        assertThat(FakeDriver.held()).isZero();
    }

    @Test
    void tellsWhatTheCompilerOfTheDriverSays() {
        FakeDriver.fail("cuModuleLoadDataEx", 0, UNSUPPORTED_PTX_VERSION);
        assertThatThrownBy(() -> new CudaCards().open(0))
                .isInstanceOf(CardException.class)
                .hasMessage(
                        "cuModuleLoadDataEx on card 0 (Paper 100) failed: CUDA_ERROR_UNSUPPORTED_PTX_VERSION,"
                                + " as the stand-in was told; the kernels are PTX of CUDA 13.0, for driver 580 or newer;"
                                + " ptxas fatal   : words of the compiler; ptxas fatal   : on two lines; ptxas info    : and more of them");
        assertThat(FakeDriver.held()).isZero();
    }

    @Test
    void tellsThatTheCompilerOfTheDriverIsMissing() {
        FakeDriver.fail("cuModuleLoadDataEx", 0, JIT_COMPILER_NOT_FOUND);
        assertThatThrownBy(() -> new CudaCards().open(0))
                .hasMessageContaining("libnvidia-ptxjitcompiler.so.1, a part of the driver, is not installed");
    }

    @Test
    void tellsTheFailureAndWhatFailedWhenItWasGivenBack() {
        FakeDriver.fail("cuStreamCreate", 0, ILLEGAL_ADDRESS);
        assertThatThrownBy(() -> new CudaCards().open(0))
                .hasMessageStartingWith("cuStreamCreate failed: CUDA_ERROR_ILLEGAL_ADDRESS")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(closing -> assertThat(closing)
                                .hasMessageStartingWith("cuCtxSetCurrent failed: CUDA_ERROR_ILLEGAL_ADDRESS"))
                        .satisfies(closing -> assertThat(closing.getSuppressed())
                                .singleElement()
                                .satisfies(unload -> assertThat(unload)
                                        .hasMessageStartingWith("cuModuleUnload failed: CUDA_ERROR_ILLEGAL_ADDRESS"))));
        assertThat(FakeDriver.held()).isZero();
    }

    @Test
    void opensTheCardThatIsNamed() {
        try (Device device = new CudaCards().open(1)) {
            assertThat(device.describe()).isEqualTo("card 1 (Paper 100)");
            assertThat(FakeDriver.held(0)).isZero();
            assertThat(FakeDriver.held(1)).isPositive();
        }
        assertThat(FakeDriver.held()).isZero();
    }

    @Test
    void tellsWhatTheDriverRefuses() {
        try (Device device = new CudaCards().open(0)) {
            assertThatThrownBy(() -> device.release(4096))
                    .isInstanceOf(CardException.class)
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
