/** Independent Gaussian noise on the data. */
module org.rote.plugins.noise.gaussian {
    requires transitive org.rote.spi;
    requires org.rote.numerics;
}
