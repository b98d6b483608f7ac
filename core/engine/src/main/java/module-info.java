/** Reads a study, loads the plugins and runs the cases. */
module org.rote.engine {
    requires transitive org.rote.spi;
    requires org.rote.arrays;
    requires org.rote.numerics;
    requires com.google.guice;
    requires jakarta.inject;
    requires com.google.common;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;

    exports org.rote.engine.manifest;
    exports org.rote.engine.plugins;

    uses org.rote.spi.Plugin;
}
