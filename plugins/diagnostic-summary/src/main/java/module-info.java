/** Summaries of the draws. */
module org.rote.plugins.diagnostic.summary {
    requires transitive org.rote.spi;
    requires org.rote.numerics;
    requires org.rote.arrays;
}
