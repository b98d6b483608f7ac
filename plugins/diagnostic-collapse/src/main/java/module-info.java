/** Measures how far a posterior collapsed onto training models. */
module org.rote.plugins.diagnostic.collapse {
    requires transitive org.rote.spi;
    requires org.rote.numerics;
}
