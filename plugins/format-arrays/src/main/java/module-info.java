/** Datasets from NumPy, CSV and inline arrays. */
module org.rote.plugins.format.arrays {
    requires transitive org.rote.spi;
    requires org.rote.numerics;
    requires org.rote.arrays;
}
