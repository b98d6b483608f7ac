/** Dense linear algebra and random streams shared by plugins. */
module org.rote.numerics {
    requires transitive org.rote.spi;
    requires ejml.core;
    requires ejml.ddense;
}
