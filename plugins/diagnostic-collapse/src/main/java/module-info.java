/** Diagnostics of posterior collapse: mixture weights, effective modes, the collapse curve, validity of the linearization, samplers beside the closed form. */
module org.rote.plugins.diagnostic.collapse {
    requires transitive org.rote.spi;
    requires org.rote.numerics;

    exports org.rote.plugins.diagnostic.collapse;

    provides org.rote.spi.Plugin with
            org.rote.plugins.diagnostic.collapse.CollapsePlugin;
}
