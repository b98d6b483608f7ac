/** Linearized acoustic waves in time: {@code born}. */
module org.rote.operators.born {
    requires transitive org.rote.numerics;
    requires transitive org.rote.operators.survey;
    requires transitive org.rote.operators.propagation;

    exports org.rote.operators.born;

    provides org.rote.spi.Plugin with
            org.rote.operators.born.BornPlugin;
}
