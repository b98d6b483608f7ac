/** Diffusion priors. */
module org.rote.priors.diffusion {
    requires transitive org.rote.spi;
    requires org.rote.numerics;
}
