/**
 * Small dense linear algebra, Gaussian mixtures, what follows from a prior's capabilities, posteriors in closed form, and noise schedules, shared by plugins.
 */
module org.rote.numerics {
    requires transitive org.rote.spi;
    requires ejml.core;
    requires ejml.ddense;

    exports org.rote.numerics;
    exports org.rote.numerics.input;
    exports org.rote.numerics.posterior;
}
