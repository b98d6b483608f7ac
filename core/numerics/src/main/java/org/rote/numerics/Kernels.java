package org.rote.numerics;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one door to {@link MatrixKernels}: decides once, when first used, which implementation this virtual machine gets, and logs why. The system property
 * {@value #PROPERTY} set to {@code plain} or {@code vector} decides instead, for comparisons.
 */
final class Kernels {

    static final String PROPERTY = "org.rote.numerics.kernels";
    private static final String MODULE = "jdk.incubator.vector";
    private static final Supplier<MatrixKernels> CHOSEN = choose(System.getProperty(PROPERTY, "automatic"));

    private Kernels() {}

    /** Kernels for one thread. */
    static MatrixKernels create() {
        return CHOSEN.get();
    }

    /** Whether the Vector API can be used: its module was named on the command line. This module does not require it, so reads it from now on. */
    static boolean vectorAvailable() {
        Optional<Module> module = ModuleLayer.boot().findModule(MODULE);
        module.ifPresent(Kernels.class.getModule()::addReads);
        return module.isPresent();
    }

    static Supplier<MatrixKernels> choose(String wish) {
        Logger logger = System.getLogger(Kernels.class.getName());
        boolean available = vectorAvailable();
        switch (wish) {
            case "automatic" -> {}
            case "plain" -> {
                logger.log(Level.DEBUG, "matrix products: plain Java, as property {0} asks", PROPERTY);
                return PlainKernels::new;
            }
            case "vector" -> {
                if (!available) {
                    throw new IllegalStateException("property " + PROPERTY + " is \"vector\", but module " + MODULE
                            + " is absent; start java with --add-modules " + MODULE);
                }
            }
            default ->
                throw new IllegalStateException(
                        "property " + PROPERTY + " must be automatic, plain or vector, got \"" + wish + "\"");
        }
        if (!available) {
            logger.log(
                    Level.INFO,
                    "matrix products: plain Java, about four times slower than with the Vector API; start java with --add-modules {0}",
                    MODULE);
            return PlainKernels::new;
        }
        logger.log(Level.DEBUG, "matrix products: Vector API, {0} bits", VectorKernels.vectorBits());
        return VectorKernels::new;
    }
}
