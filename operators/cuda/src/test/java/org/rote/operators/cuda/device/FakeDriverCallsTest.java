package org.rote.operators.cuda.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.operators.cuda.device.Device.Extent;

/** What the driver says is heard, whichever call it says it of. */
@Tag("fake-driver")
final class FakeDriverCallsTest {

    private static final int UNKNOWN = 999;
    private static final int BYTES = 64;

    /** Bytes of the first argument of a kernel. */
    private static final int SETUP = 576;

    /** Arguments of the kernel {@code record}. */
    private static final int POINTERS = 5;

    @BeforeEach
    void load() {
        FakeDriver.require();
        FakeDriver.becomeGood();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cuDriverGetVersion",
                "cuDeviceGetCount",
                "cuDeviceGet",
                "cuDeviceGetName",
                "cuDeviceGetAttribute",
            })
    void tellsWhatFailsWhileItLooksForCards(String call) {
        FakeDriver.fail(call, 0, UNKNOWN);
        assertThat(CudaCards.search().unavailable(0))
                .get()
                .asString()
                .contains(call + " failed: CUDA_ERROR_UNKNOWN, as the stand-in was told");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cuDeviceGet",
                "cuDevicePrimaryCtxRetain",
                "cuCtxSetCurrent",
                "cuModuleLoadDataEx",
                "cuStreamCreate",
            })
    void tellsWhatFailsWhileACardIsOpened(String call) {
        FakeDriver.fail(call, 0, UNKNOWN);
        assertThatThrownBy(() -> new CudaCards().open(0))
                .isInstanceOf(CardException.class)
                .hasMessageStartingWith(call)
                .hasMessageContaining(" failed: CUDA_ERROR_UNKNOWN, as the stand-in was told")
                .hasNoSuppressedExceptions();
        assertThat(FakeDriver.held()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "cuCtxSetCurrent, cuCtxSetCurrent",
        "cuDeviceGetAttribute, cuDeviceGetAttribute",
        "cuMemGetInfo, cuMemGetInfo",
        "cuMemAlloc, cuMemAlloc",
        "cuMemsetD8Async, cuMemsetD8Async",
        "cuMemcpyDtoDAsync, cuMemcpyDtoDAsync",
        "cuMemcpyHtoD, cuMemcpyHtoD",
        "cuModuleGetFunction, cuModuleGetFunction record",
        "cuLaunchKernel, record",
        "cuStreamSynchronize, cuStreamSynchronize",
        "cuMemcpyDtoH, cuMemcpyDtoH",
        "cuMemFree, cuMemFree",
    })
    void tellsWhatFailsWhileACardIsAtWork(String call, String told) {
        try (Device device = new CudaCards().open(0)) {
            FakeDriver.fail(call, 0, UNKNOWN);
            assertThatThrownBy(() -> work(device))
                    .isInstanceOf(CardException.class)
                    .hasMessage(told + " failed: CUDA_ERROR_UNKNOWN, as the stand-in was told");
            work(device);
        }
    }

    /** A little of everything. */
    private static void work(Device device) {
        device.mostBlocks();
        device.free();
        long address = device.allocate(2 * BYTES);
        device.clear(address, BYTES);
        device.copy(address, address + BYTES, BYTES);
        device.upload(new float[] {1}, address);
        device.launch("record", Extent.of(1), Extent.of(32), noReceivers());
        device.download(address, new float[1]);
        device.release(address);
    }

    private static Arguments noReceivers() {
        Arguments arguments = new Arguments(new byte[SETUP]).whole(0).whole(0);
        for (int pointer = 0; pointer < POINTERS; pointer++) {
            arguments.address(0);
        }
        return arguments;
    }

    @ParameterizedTest
    @CsvSource({
        "cuCtxSetCurrent, 0",
        "cuStreamSynchronize, 0",
        "cuStreamDestroy, 1",
        "cuModuleUnload, 1",
        "cuDevicePrimaryCtxRelease, 1",
    })
    void tellsWhatFailsWhileACardIsClosedAndGivesTheRestBack(String call, int left) {
        Device device = new CudaCards().open(0);
        FakeDriver.fail(call, 0, UNKNOWN);
        assertThatThrownBy(device::close)
                .isInstanceOf(CardException.class)
                .hasMessage(call + " failed: CUDA_ERROR_UNKNOWN, as the stand-in was told")
                .hasNoSuppressedExceptions();
        assertThat(FakeDriver.held()).isEqualTo(left);
    }
}
