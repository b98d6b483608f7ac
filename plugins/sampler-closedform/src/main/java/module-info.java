/** Samplers of posteriors that have a closed form. */
module org.rote.plugins.sampler.closedform {
    requires transitive org.rote.spi;
    requires org.rote.numerics;
    requires org.rote.arrays;
}
