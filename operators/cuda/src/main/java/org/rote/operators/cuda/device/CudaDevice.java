package org.rote.operators.cuda.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/** A card through JCuda's driver interface: its primary context, the kernels as PTX that the driver compiles, and a stream in which everything happens in order; copies from and to Java wait for it. */
final class CudaDevice implements Device {

    private static final String KERNELS = "waves.ptx";

    private final String name;
    private final CUdevice device = new CUdevice();
    private final CUcontext context = new CUcontext();
    private final CUstream stream = new CUstream();
    private final CUmodule module = new CUmodule();
    private final Map<String, CUfunction> functions = new HashMap<>();
    private boolean closed;

    CudaDevice(int number, String name) {
        this.name = name;
        Calls.check("cuDeviceGet", () -> JCudaDriver.cuDeviceGet(device, number));
        Calls.check("cuDevicePrimaryCtxRetain", () -> JCudaDriver.cuDevicePrimaryCtxRetain(context, device));
        boolean complete = false;
        try {
            enter();
            load();
            // Not CU_STREAM_NON_BLOCKING: plain copies are to wait for it, and it for them.
            Calls.check("cuStreamCreate", () -> JCudaDriver.cuStreamCreate(stream, 0));
            complete = true;
        } finally {
            if (!complete) {
                JCudaDriver.cuDevicePrimaryCtxRelease(device);
            }
        }
    }

    /** The driver takes PTX as text that ends with a zero. */
    private void load() {
        byte[] text;
        try (InputStream ptx = CudaDevice.class.getResourceAsStream(KERNELS)) {
            if (ptx == null) {
                throw new IllegalStateException(KERNELS + " is missing from this plugin");
            }
            text = ptx.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(KERNELS + " cannot be read from this plugin", e);
        }
        byte[] image = Arrays.copyOf(text, text.length + 1);
        int result = Calls.result("cuModuleLoadData", () -> JCudaDriver.cuModuleLoadData(module, image));
        if (result != CUresult.CUDA_SUCCESS) {
            boolean isOfDriver =
                    result == CUresult.CUDA_ERROR_UNSUPPORTED_PTX_VERSION || result == CUresult.CUDA_ERROR_INVALID_PTX;
            throw new IllegalStateException("the driver does not take the kernels: " + Calls.words(result)
                    + (isOfDriver ? "; they are PTX of CUDA 13.0, for driver 580 or newer" : ""));
        }
    }

    /** Any thread may come. */
    private void enter() {
        if (closed) {
            throw new IllegalStateException("the card is closed");
        }
        Calls.check("cuCtxSetCurrent", () -> JCudaDriver.cuCtxSetCurrent(context));
    }

    @Override
    public String describe() {
        return name;
    }

    @Override
    public long free() {
        enter();
        long[] free = new long[1];
        long[] total = new long[1];
        Calls.check("cuMemGetInfo", () -> JCudaDriver.cuMemGetInfo(free, total));
        return free[0];
    }

    @Override
    public long allocate(long bytes) {
        enter();
        Address pointer = new Address();
        int result = Calls.result("cuMemAlloc", () -> JCudaDriver.cuMemAlloc(pointer, bytes));
        if (result == CUresult.CUDA_ERROR_OUT_OF_MEMORY) {
            throw new DeviceMemoryException(bytes, free());
        }
        Calls.check("cuMemAlloc", () -> result);
        return pointer.value();
    }

    @Override
    public void release(long address) {
        enter();
        Calls.check("cuMemFree", () -> JCudaDriver.cuMemFree(new Address(address)));
    }

    @Override
    public void clear(long address, long bytes) {
        enter();
        Calls.check(
                "cuMemsetD8Async", () -> JCudaDriver.cuMemsetD8Async(new Address(address), (byte) 0, bytes, stream));
    }

    @Override
    public void copy(long from, long to, long bytes) {
        enter();
        Calls.check(
                "cuMemcpyDtoDAsync",
                () -> JCudaDriver.cuMemcpyDtoDAsync(new Address(to), new Address(from), bytes, stream));
    }

    @Override
    public void upload(float[] values, long address) {
        upload(Pointer.to(values), (long) Float.BYTES * values.length, address);
    }

    @Override
    public void upload(int[] values, long address) {
        upload(Pointer.to(values), (long) Integer.BYTES * values.length, address);
    }

    private void upload(Pointer values, long bytes, long address) {
        enter();
        Calls.check("cuMemcpyHtoD", () -> JCudaDriver.cuMemcpyHtoD(new Address(address), values, bytes));
    }

    @Override
    public void download(long address, float[] values) {
        enter();
        long bytes = (long) Float.BYTES * values.length;
        // JCuda holds the array fast while it copies, and with it the collector: so what is queued is waited for before
        Calls.check("cuStreamSynchronize", () -> JCudaDriver.cuStreamSynchronize(stream));
        Calls.check("cuMemcpyDtoH", () -> JCudaDriver.cuMemcpyDtoH(Pointer.to(values), new Address(address), bytes));
    }

    @Override
    public void launch(String kernel, Extent blocks, Extent threads, Arguments arguments) {
        if (blocks.isEmpty()) {
            return;
        }
        enter();
        Pointer[] pointers = new Pointer[arguments.count()];
        Pointer bytes = Pointer.to(arguments.bytes().duplicate().rewind());
        for (int i = 0; i < pointers.length; i++) {
            pointers[i] = bytes.withByteOffset(arguments.offset(i));
        }
        CUfunction function = function(kernel);
        Calls.check(
                kernel,
                () -> JCudaDriver.cuLaunchKernel(
                        function,
                        blocks.x(),
                        blocks.y(),
                        blocks.z(),
                        threads.x(),
                        threads.y(),
                        threads.z(),
                        0,
                        stream,
                        Pointer.to(pointers),
                        null));
    }

    private CUfunction function(String kernel) {
        return Optional.ofNullable(functions.get(kernel)).orElseGet(() -> {
            CUfunction function = new CUfunction();
            Calls.check(
                    "cuModuleGetFunction " + kernel, () -> JCudaDriver.cuModuleGetFunction(function, module, kernel));
            functions.put(kernel, function);
            return function;
        });
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        try {
            enter();
            Calls.check("cuStreamSynchronize", () -> JCudaDriver.cuStreamSynchronize(stream));
            Calls.check("cuStreamDestroy", () -> JCudaDriver.cuStreamDestroy(stream));
            Calls.check("cuModuleUnload", () -> JCudaDriver.cuModuleUnload(module));
        } finally {
            closed = true;
            Calls.check("cuDevicePrimaryCtxRelease", () -> JCudaDriver.cuDevicePrimaryCtxRelease(device));
        }
    }

    /** A pointer of JCuda to an address of the card, which JCuda does not show. */
    private static final class Address extends CUdeviceptr {

        Address() {}

        Address(long address) {
            super(new CUdeviceptr(), address);
        }

        long value() {
            return getNativePointer() + getByteOffset();
        }
    }
}
