/** Forward operators given by a formula or a matrix: {@code cubic-1d}, {@code quadratic-2d}, {@code linear}. */
module org.rote.operators.algebraic {
    requires transitive org.rote.spi;
    requires org.rote.arrays;

    exports org.rote.operators.algebraic;

    provides org.rote.spi.Plugin with
            org.rote.operators.algebraic.AlgebraicPlugin;
}
