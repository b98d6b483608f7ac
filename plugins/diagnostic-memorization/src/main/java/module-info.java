/** Diagnostics of memorization: how close draws come to training models, beside how close they would come by chance. */
module org.rote.plugins.diagnostic.memorization {
    requires transitive org.rote.spi;
    requires transitive org.rote.numerics;

    exports org.rote.plugins.diagnostic.memorization;

    provides org.rote.spi.Plugin with
            org.rote.plugins.diagnostic.memorization.MemorizationPlugin;
}
