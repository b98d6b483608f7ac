package org.rote.operators.cuda.device;

import java.util.function.IntSupplier;
import jcuda.driver.CUresult;
import jcuda.driver.JCudaDriver;

/** Checks calls of the driver. */
final class Calls {

    private Calls() {}

    /**
     * Makes a call.
     *
     * @param name of the call, for people
     * @param call returns what the driver says
     * @throws IllegalStateException when it says anything but success, or when the native library lacks the call
     */
    static void check(String name, IntSupplier call) {
        int result = result(name, call);
        if (result != CUresult.CUDA_SUCCESS) {
            throw new IllegalStateException(name + " failed: " + words(result));
        }
    }

    /** Makes a call and gives what the driver says. */
    static int result(String name, IntSupplier call) {
        try {
            return call.getAsInt();
        } catch (LinkageError missing) {
            throw new IllegalStateException(
                    name + " is missing from the driver or from JCuda's native library", missing);
        }
    }

    /** What the driver says, in words. */
    static String words(int result) {
        String[] text = new String[1];
        JCudaDriver.cuGetErrorString(result, text);
        return CUresult.stringFor(result) + (text[0] == null ? "" : ", " + text[0]);
    }
}
