package org.rote.operators.cuda.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.FutureTask;
import java.util.function.IntSupplier;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stand-in is as strict and as late as a driver may be: what the tests that run on it cannot notice on a kinder one. */
@Tag("fake-driver")
final class FakeDriverOrderTest {

    private static final int NON_BLOCKING = 1;
    private static final int BYTES = 4;
    private static final int BEFORE = 0x01010101;
    private static final int AFTER = 0x02020202;

    private final CUdevice device = new CUdevice();
    private final CUcontext context = new CUcontext();
    private final CUstream stream = new CUstream();
    private final CUdeviceptr memory = new CUdeviceptr();
    private final ByteBuffer host = ByteBuffer.allocateDirect(BYTES).order(ByteOrder.nativeOrder());

    @BeforeEach
    void load() {
        FakeDriver.require();
        FakeDriver.becomeGood();
        assertThat(CudaCards.search().unavailable(0)).isEmpty();
        succeed(() -> JCudaDriver.cuDeviceGet(device, 0));
        succeed(() -> JCudaDriver.cuDevicePrimaryCtxRetain(context, device));
        succeed(() -> JCudaDriver.cuCtxSetCurrent(context));
        succeed(() -> JCudaDriver.cuMemAlloc(memory, BYTES));
    }

    @AfterEach
    void giveBack() {
        succeed(() -> JCudaDriver.cuStreamSynchronize(stream));
        succeed(() -> JCudaDriver.cuStreamDestroy(stream));
        succeed(() -> JCudaDriver.cuMemFree(memory));
        succeed(() -> JCudaDriver.cuDevicePrimaryCtxRelease(device));
        assertThat(FakeDriver.held()).isZero();
    }

    private void open(int flags) {
        succeed(() -> JCudaDriver.cuStreamCreate(stream, flags));
    }

    private static void succeed(IntSupplier call) {
        assertThat(call.getAsInt()).isEqualTo(CUresult.CUDA_SUCCESS);
    }

    /** By a copy that waits for streams that do not ignore it. */
    private int onCard() {
        int[] value = new int[1];
        succeed(() -> JCudaDriver.cuMemcpyDtoH(Pointer.to(value), memory, BYTES));
        return value[0];
    }

    private void put(int value) {
        succeed(() -> JCudaDriver.cuMemcpyHtoD(memory, Pointer.to(new int[] {value}), BYTES));
    }

    @Test
    void aContextIsOfTheThreadThatMadeItCurrent() throws Exception {
        open(0);
        FutureTask<Integer> elsewhere = new FutureTask<>(() -> JCudaDriver.cuStreamSynchronize(stream));
        new Thread(elsewhere, "elsewhere").start();
        assertThat(elsewhere.get()).isEqualTo(CUresult.CUDA_ERROR_INVALID_CONTEXT);
    }

    @Test
    void workIsDoneWhenItIsWaitedFor() {
        open(NON_BLOCKING);
        put(BEFORE);
        succeed(() -> JCudaDriver.cuMemsetD8Async(memory, (byte) 2, BYTES, stream));
        assertThat(onCard()).isEqualTo(BEFORE);
        succeed(() -> JCudaDriver.cuStreamSynchronize(stream));
        assertThat(onCard()).isEqualTo(AFTER);
    }

    @Test
    void copiesWaitForStreamsThatDoNotIgnoreThem() {
        open(0);
        put(BEFORE);
        succeed(() -> JCudaDriver.cuMemsetD8Async(memory, (byte) 2, BYTES, stream));
        assertThat(onCard()).isEqualTo(AFTER);
    }

    @Test
    void memoryOfTheHostIsReadWhenACopyIsWaitedFor() {
        open(0);
        host.putInt(0, BEFORE);
        succeed(() -> JCudaDriver.cuMemcpyHtoDAsync(memory, Pointer.to(host), BYTES, stream));
        host.putInt(0, AFTER);
        succeed(() -> JCudaDriver.cuStreamSynchronize(stream));
        assertThat(onCard()).isEqualTo(AFTER);
    }

    @Test
    void memoryOfTheHostIsWrittenWhenACopyIsWaitedFor() {
        open(0);
        put(AFTER);
        host.putInt(0, BEFORE);
        succeed(() -> JCudaDriver.cuMemcpyDtoHAsync(Pointer.to(host), memory, BYTES, stream));
        assertThat(host.getInt(0)).isEqualTo(BEFORE);
        succeed(() -> JCudaDriver.cuStreamSynchronize(stream));
        assertThat(host.getInt(0)).isEqualTo(AFTER);
    }

    @Test
    void streamsAreNotGivenBackWithWorkLeft() {
        open(0);
        succeed(() -> JCudaDriver.cuMemsetD8Async(memory, (byte) 2, BYTES, stream));
        assertThat(JCudaDriver.cuStreamDestroy(stream)).isEqualTo(CUresult.CUDA_ERROR_NOT_READY);
    }
}
