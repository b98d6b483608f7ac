/** Random models that look like geology, their backgrounds, and choices of models. */
module org.rote.plugins.dataset.geology {
    requires transitive org.rote.spi;
    requires org.rote.numerics;

    exports org.rote.plugins.dataset.geology;
    exports org.rote.plugins.dataset.geology.background;
    exports org.rote.plugins.dataset.geology.basin;
    exports org.rote.plugins.dataset.geology.collection;

    provides org.rote.spi.Plugin with
            org.rote.plugins.dataset.geology.GeologyPlugin;
}
