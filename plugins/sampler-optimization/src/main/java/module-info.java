/** Point estimates by optimisation: full-waveform inversion as it is usually done, to hold samplers against. */
module org.rote.plugins.sampler.optimization {
    requires transitive org.rote.spi;
    requires transitive org.rote.numerics;

    exports org.rote.plugins.sampler.optimization;

    provides org.rote.spi.Plugin with
            org.rote.plugins.sampler.optimization.OptimizationPlugin;
}
