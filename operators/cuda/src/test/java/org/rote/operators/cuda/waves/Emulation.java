package org.rote.operators.cuda.waves;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.rote.operators.cuda.Compiler;

/** Kernels of {@code waves.cu} for the processor, compiled once for all tests of a run, which are skipped where they cannot be. */
public final class Emulation {

    private static final Optional<String> MISSING =
            Compiler.load("emulation.cpp", Path.of("target/emulation/libemulation.so"));

    private Emulation() {}

    /** Skips the test where there is no emulation. */
    public static void require() {
        Assumptions.assumeTrue(MISSING.isEmpty(), () -> "kernels are not emulated: " + MISSING.orElseThrow());
    }

    /** An emulated card with memory enough for tests. */
    public static EmulatedDevice device() {
        require();
        return new EmulatedDevice(1 << 30, false);
    }
}
