package org.rote.numerics;

import java.util.function.Supplier;

/** The one door to {@link MatrixKernels}: decides once, when first used, which implementation this virtual machine gets. */
final class Kernels {

    private static final Supplier<MatrixKernels> CHOSEN =
            supplier(VectorApi.chosen("matrix products", Kernels.class.getModule()::addReads));

    private Kernels() {}

    /** Kernels for one thread. */
    static MatrixKernels create() {
        return CHOSEN.get();
    }

    private static Supplier<MatrixKernels> supplier(boolean vector) {
        return vector ? VectorKernels::new : PlainKernels::new;
    }

    /** Whether the Vector API can be used. */
    static boolean vectorAvailable() {
        return VectorApi.available(Kernels.class.getModule()::addReads);
    }

    static Supplier<MatrixKernels> choose(String wish) {
        return supplier(VectorApi.chosen("matrix products", Kernels.class.getModule()::addReads, wish));
    }
}
