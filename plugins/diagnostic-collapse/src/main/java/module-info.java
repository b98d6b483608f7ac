/** Diagnostics of posterior collapse: mixture weights, effective modes, the collapse curve, validity of the linearization. */
module org.rote.plugins.diagnostic.collapse {
    requires transitive org.rote.spi;
    requires org.rote.numerics;

    exports org.rote.plugins.diagnostic.collapse;

    provides org.rote.spi.Plugin with
            org.rote.plugins.diagnostic.collapse.CollapsePlugin;
}
