/** Gaussian and Gaussian-mixture priors. */
module org.rote.priors.mixture {
    requires transitive org.rote.spi;
    requires org.rote.numerics;
}
