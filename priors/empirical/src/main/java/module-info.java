/** The empirical distribution of a training set: {@code empirical}. */
module org.rote.priors.empirical {
    requires transitive org.rote.spi;
    requires org.rote.numerics;

    exports org.rote.priors.empirical;

    provides org.rote.spi.Plugin with
            org.rote.priors.empirical.EmpiricalPlugin;
}
