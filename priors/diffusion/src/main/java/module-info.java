/** Diffusion priors: {@code memorized-diffusion}. */
module org.rote.priors.diffusion {
    requires transitive org.rote.spi;
    requires transitive org.rote.numerics;

    exports org.rote.priors.diffusion;

    provides org.rote.spi.Plugin with
            org.rote.priors.diffusion.DiffusionPlugin;
}
