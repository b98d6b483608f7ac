/** Time-harmonic waves, solved directly: {@code helmholtz}. */
module org.rote.operators.helmholtz {
    requires transitive org.rote.numerics;
    requires transitive org.rote.operators.survey;

    exports org.rote.operators.helmholtz;

    provides org.rote.spi.Plugin with
            org.rote.operators.helmholtz.HelmholtzPlugin;
}
