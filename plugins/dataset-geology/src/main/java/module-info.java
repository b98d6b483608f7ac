/** Random layered models. */
module org.rote.plugins.dataset.geology {
    requires transitive org.rote.spi;
    requires org.rote.numerics;
}
