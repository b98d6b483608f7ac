/** Travel times along straight rays. */
module org.rote.operators.rays {
    requires transitive org.rote.spi;
    requires org.rote.numerics;
    requires org.rote.arrays;
}
