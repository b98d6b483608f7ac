package org.rote.operators.cuda.device;

import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import jcuda.driver.CUdevice;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** Checks calls of the driver. Every one goes through here. */
final class Calls {

    private Calls() {}

    /**
     * Makes a call.
     *
     * @param name of the call, for people
     * @param call returns what the driver says
     * @throws DeviceMemoryException when the card is out of memory, whichever call it was that needed some
     * @throws CardException when it says anything else but success, or when the native library lacks the call
     */
    static void check(String name, IntSupplier call) {
        check(name, OptionalLong.empty(), call, result -> "");
    }

    /**
     * Makes a call that asks for memory.
     *
     * @param name of the call, for people
     * @param bytes that it asks for
     * @param call returns what the driver says
     * @throws CardException as {@link #check(String, IntSupplier)}
     */
    static void check(String name, long bytes, IntSupplier call) {
        check(name, OptionalLong.of(bytes), call, result -> "");
    }

    /**
     * Makes a call of which there is more to say when it fails.
     *
     * @param name of the call, for people
     * @param call returns what the driver says
     * @param more by what the driver says; put behind it
     * @throws CardException as {@link #check(String, IntSupplier)}
     */
    static void check(String name, IntSupplier call, IntFunction<String> more) {
        check(name, OptionalLong.empty(), call, more);
    }

    private static void check(String name, OptionalLong bytes, IntSupplier call, IntFunction<String> more) {
        int result = result(name, call);
        if (result == CUresult.CUDA_ERROR_OUT_OF_MEMORY) {
            throw new DeviceMemoryException(name, bytes, free());
        }
        if (result != CUresult.CUDA_SUCCESS) {
            throw new CardException(name + " failed: " + words(result) + more.apply(result));
        }
    }

    /** Makes a call and gives what the driver says. */
    static int result(String name, IntSupplier call) {
        try {
            return call.getAsInt();
        } catch (LinkageError missing) {
            throw new CardException(name + " is missing from the driver or from JCuda's native library", missing);
        }
    }

    /** What the driver says of a card. */
    static int attribute(CUdevice device, int attribute) {
        int[] value = new int[1];
        check("cuDeviceGetAttribute", () -> JCudaDriver.cuDeviceGetAttribute(value, attribute, device));
        return value[0];
    }

    /** Of the card whose context is current, if there is one. */
    private static OptionalLong free() {
        long[] free = new long[1];
        long[] total = new long[1];
        int result = result("cuMemGetInfo", () -> JCudaDriver.cuMemGetInfo(free, total));
        return result == CUresult.CUDA_SUCCESS ? OptionalLong.of(free[0]) : OptionalLong.empty();
    }

    /** What the driver says, in words. */
    static String words(int result) {
        String[] text = new String[1];
        result("cuGetErrorString", () -> JCudaDriver.cuGetErrorString(result, text));
        return CUresult.stringFor(result) + (text[0] == null ? "" : ", " + text[0]);
    }
}
