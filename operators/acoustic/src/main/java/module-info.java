/** Acoustic waves in time: {@code acoustic}. */
module org.rote.operators.acoustic {
    requires transitive org.rote.numerics;
    requires transitive org.rote.operators.survey;
    requires transitive org.rote.operators.propagation;

    exports org.rote.operators.acoustic;

    provides org.rote.spi.Plugin with
            org.rote.operators.acoustic.AcousticPlugin;
}
