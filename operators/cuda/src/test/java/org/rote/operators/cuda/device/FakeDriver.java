package org.rote.operators.cuda.device;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.rote.operators.cuda.Compiler;

/** A stand-in for {@code libcuda.so.1}, found where drivers are looked for, in a virtual machine that is told of its directory: it cannot be unloaded, and must not stand in the way of a driver. */
public final class FakeDriver {

    /** Of the interface of CUDA 13.0. */
    public static final int INTERFACE = 13_000;

    private static final Optional<String> MISSING =
            Compiler.load("driver.cpp", Path.of(System.getProperty("rote.fake-driver"), "libcuda.so.1"));

    private FakeDriver() {}

    /** Skips the test where it cannot be compiled. */
    public static void require() {
        Assumptions.assumeTrue(MISSING.isEmpty(), () -> "there is no stand-in: " + MISSING.orElseThrow());
    }

    /** Two cards of compute capability 7.5 and 1 GiB. */
    public static void becomeGood() {
        become(0, INTERFACE, 2, 75, 1 << 30);
    }

    /**
     * Becomes another driver, which has given nothing out.
     *
     * @param init what {@code cuInit} says
     * @param version of the interface
     * @param devices how many cards
     * @param capability of all of them: 10 · major + minor
     * @param memory of a card
     */
    static native void become(int init, int version, int devices, int capability, long memory);

    /** Makes one of the cards another. */
    static native void setCapability(int card, int capability);

    /**
     * Lets a call fail once. Where a driver would never be well again in that context, nothing is until all have given it back.
     *
     * @param call its name
     * @param after how many of them that go well
     * @param result what it says then
     */
    public static native void fail(String call, int after, int result);

    /** Of the first two cards: contexts, streams, modules and stretches of memory that were not given back. */
    public static int held() {
        return held(0) + held(1);
    }

    /** The same of one card. */
    static native int held(int card);
}
