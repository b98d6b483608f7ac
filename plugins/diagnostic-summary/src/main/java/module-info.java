/** Diagnostics that show a posterior: densities where there are one or two unknowns, fields where there are many. */
module org.rote.plugins.diagnostic.summary {
    requires transitive org.rote.spi;
    requires org.rote.numerics;

    exports org.rote.plugins.diagnostic.summary;

    provides org.rote.spi.Plugin with
            org.rote.plugins.diagnostic.summary.SummaryPlugin;
}
