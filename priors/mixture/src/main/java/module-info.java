/** Gaussian and Gaussian-mixture priors: {@code gaussian}, {@code gaussian-mixture}. */
module org.rote.priors.mixture {
    requires transitive org.rote.spi;
    requires transitive org.rote.numerics;

    exports org.rote.priors.mixture;

    provides org.rote.spi.Plugin with
            org.rote.priors.mixture.MixturePlugin;
}
