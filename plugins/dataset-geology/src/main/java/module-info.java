/** Random models that look like geology, and their backgrounds. */
module org.rote.plugins.dataset.geology {
    requires transitive org.rote.spi;
    requires org.rote.numerics;

    exports org.rote.plugins.dataset.geology;
    exports org.rote.plugins.dataset.geology.background;
    exports org.rote.plugins.dataset.geology.basin;

    provides org.rote.spi.Plugin with
            org.rote.plugins.dataset.geology.GeologyPlugin;
}
