/** Acoustic waves on a graphics card: {@code acoustic-cuda} and {@code born-cuda}. */
module org.rote.operators.cuda {
    requires transitive org.rote.numerics;
    requires transitive org.rote.operators.survey;
    requires transitive org.rote.operators.propagation;
    requires jcuda;

    exports org.rote.operators.cuda;

    provides org.rote.spi.Plugin with
            org.rote.operators.cuda.CudaPlugin;
}
