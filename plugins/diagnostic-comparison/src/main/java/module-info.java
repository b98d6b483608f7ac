/** Diagnostics that show a sampler beside another one on the same posterior. */
module org.rote.plugins.diagnostic.comparison {
    requires transitive org.rote.spi;
    requires org.rote.numerics;

    exports org.rote.plugins.diagnostic.comparison;

    provides org.rote.spi.Plugin with
            org.rote.plugins.diagnostic.comparison.ComparisonPlugin;
}
