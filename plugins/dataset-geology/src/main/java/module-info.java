/** Random models that look like geology. */
module org.rote.plugins.dataset.geology {
    requires transitive org.rote.spi;
    requires org.rote.numerics;

    exports org.rote.plugins.dataset.geology;
    exports org.rote.plugins.dataset.geology.basin;

    provides org.rote.spi.Plugin with
            org.rote.plugins.dataset.geology.GeologyPlugin;
}
