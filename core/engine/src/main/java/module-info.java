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

    exports org.rote.engine.execution;
    exports org.rote.engine.manifest;
    exports org.rote.engine.plugins;
    exports org.rote.engine.run;
    exports org.rote.engine.solo;

    // Guice calls the package-private constructors of these two.
    opens org.rote.engine.run to
            com.google.guice;
    opens org.rote.engine.wiring to
            com.google.guice;

    uses org.rote.spi.Plugin;
}
