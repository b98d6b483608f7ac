/** Samplers of posteriors that have a closed form: reweighting, Gaussian mixtures, quadrature. */
module org.rote.plugins.sampler.closedform {
    requires transitive org.rote.spi;
    requires transitive org.rote.numerics;

    exports org.rote.plugins.sampler.closedform;

    provides org.rote.spi.Plugin with
            org.rote.plugins.sampler.closedform.ClosedFormPlugin;
}
