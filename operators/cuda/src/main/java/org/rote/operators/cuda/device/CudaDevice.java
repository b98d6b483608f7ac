package org.rote.operators.cuda.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jcuda.Pointer;
import jcuda.driver.CUcontext;
import jcuda.driver.CUdevice;
import jcuda.driver.CUdevice_attribute;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUfunction;
import jcuda.driver.CUjit_option;
import jcuda.driver.CUmodule;
import jcuda.driver.CUresult;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;
import jcuda.driver.JITOptions;

/** A card through JCuda's driver interface: its primary context, the kernels as PTX that the driver compiles, and a stream in which everything happens in order; copies from and to Java wait for it. */
final class CudaDevice implements Device {

    private static final String KERNELS = "waves.ptx";

    /** Bytes that the compiler in the driver may write of what it finds. */
    private static final int LOG = 4096;

    private final String name;
    private final CUdevice device = new CUdevice();
    private final CUcontext context = new CUcontext();
    private final CUstream stream = new CUstream();
    private final CUmodule module = new CUmodule();
    private final Map<String, CUfunction> functions = new HashMap<>();

    /** Gives back what is held, last first. */
    private final Deque<Runnable> held = new ArrayDeque<>();

    private boolean closed;

    CudaDevice(int number, String name) {
        this.name = name;
        Calls.check("cuDeviceGet", () -> JCudaDriver.cuDeviceGet(device, number));
        Calls.check("cuDevicePrimaryCtxRetain of " + name, () -> JCudaDriver.cuDevicePrimaryCtxRetain(context, device));
        hold("cuDevicePrimaryCtxRelease", () -> JCudaDriver.cuDevicePrimaryCtxRelease(device));
        try {
            enter();
            load();
            hold("cuModuleUnload", () -> JCudaDriver.cuModuleUnload(module));
            // Not CU_STREAM_NON_BLOCKING: plain copies are to wait for it, and it for them.
            Calls.check("cuStreamCreate", () -> JCudaDriver.cuStreamCreate(stream, 0));
            hold("cuStreamDestroy", () -> JCudaDriver.cuStreamDestroy(stream));
            hold("cuStreamSynchronize", () -> JCudaDriver.cuStreamSynchronize(stream));
        } catch (RuntimeException | Error failure) {
            Closing.after(failure, this::close);
            throw failure;
        }
    }

    private void hold(String name, IntSupplier release) {
        held.push(() -> Calls.check(name, release));
    }

    /** Has the driver compile the kernels. */
    private void load() {
        Pointer image = Pointer.to(kernels());
        JITOptions options = new JITOptions();
        options.putInt(CUjit_option.CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES, LOG);
        options.putBytes(CUjit_option.CU_JIT_ERROR_LOG_BUFFER, new byte[LOG]);
        options.putInt(CUjit_option.CU_JIT_INFO_LOG_BUFFER_SIZE_BYTES, LOG);
        options.putBytes(CUjit_option.CU_JIT_INFO_LOG_BUFFER, new byte[LOG]);
        Calls.check(
                "cuModuleLoadDataEx on " + name,
                () -> JCudaDriver.cuModuleLoadDataJIT(module, image, options),
                result -> Stream.of(
                                advice(result),
                                options.getString(CUjit_option.CU_JIT_ERROR_LOG_BUFFER),
                                options.getString(CUjit_option.CU_JIT_INFO_LOG_BUFFER))
                        .flatMap(String::lines)
                        .filter(line -> !line.isBlank())
                        .map(line -> "; " + line.strip())
                        .collect(Collectors.joining()));
    }

    private static String advice(int result) {
        return switch (result) {
            case CUresult.CUDA_ERROR_UNSUPPORTED_PTX_VERSION, CUresult.CUDA_ERROR_INVALID_PTX ->
                "the kernels are PTX of CUDA 13.0, for driver 580 or newer";
            case CUresult.CUDA_ERROR_JIT_COMPILER_NOT_FOUND ->
                "libnvidia-ptxjitcompiler.so.1, a part of the driver, is not installed";
            default -> "";
        };
    }

    /** PTX as the driver takes it: text that ends with a zero. Outside the heap: JCuda would hold an array fast, and with it the collector, until all is compiled. */
    private static ByteBuffer kernels() {
        try (InputStream ptx = CudaDevice.class.getResourceAsStream(KERNELS)) {
            if (ptx == null) {
                throw new IllegalStateException(KERNELS + " is missing from this plugin");
            }
            byte[] text = ptx.readAllBytes();
            return ByteBuffer.allocateDirect(text.length + 1)
                    .put(text)
                    .put((byte) 0)
                    .rewind();
        } catch (IOException e) {
            throw new UncheckedIOException(KERNELS + " cannot be read from this plugin", e);
        }
    }

    /** Any thread may come. */
    private void enter() {
        if (closed) {
            throw new IllegalStateException("the card is closed");
        }
        makeCurrent();
    }

    private void makeCurrent() {
        Calls.check("cuCtxSetCurrent", () -> JCudaDriver.cuCtxSetCurrent(context));
    }

    @Override
    public String describe() {
        return name;
    }

    @Override
    public Extent mostBlocks() {
        enter();
        return new Extent(
                attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_GRID_DIM_X),
                attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_GRID_DIM_Y),
                attribute(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_GRID_DIM_Z));
    }

    private int attribute(int attribute) {
        return Calls.attribute(device, attribute);
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
        Calls.check("cuMemAlloc", bytes, () -> JCudaDriver.cuMemAlloc(pointer, bytes));
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
        // JCuda holds the array fast while it copies, and with it the collector: so what is queued here is waited for
        // before.
        // For what other operators have queued in the context, which they share, the copy itself waits.
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
        if (!closed) {
            closed = true;
            held.push(this::makeCurrent);
            Closing.all(held);
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
