/** Forward operators given by a formula or a matrix. */
module org.rote.operators.algebraic {
    requires transitive org.rote.spi;
    requires org.rote.numerics;
    requires org.rote.arrays;
}
