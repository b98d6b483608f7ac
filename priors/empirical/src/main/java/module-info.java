/** The empirical distribution of a training set. */
module org.rote.priors.empirical {
    requires transitive org.rote.spi;
    requires org.rote.numerics;
}
