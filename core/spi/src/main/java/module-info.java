/**
 * The contracts of Rote: what an operator, a parameterization, a noise model, a prior, a sampler, a data set, a diagnostic and a report
 * are. A plugin needs this module and nothing else; this module needs nothing but the Java base.
 */
module org.rote.spi {
    exports org.rote.spi;
}
