/** Samplers that run a diffusion process backwards: guided by data, or with the posterior's own score. */
module org.rote.plugins.sampler.diffusion {
    requires transitive org.rote.spi;
    requires transitive org.rote.numerics;

    exports org.rote.plugins.sampler.diffusion;

    provides org.rote.spi.Plugin with
            org.rote.plugins.sampler.diffusion.DiffusionPlugin;
}
