/** Data sets from SEG-Y files. */
module org.rote.plugins.format.segy {
    requires transitive org.rote.spi;
    requires transitive org.rote.numerics;
    requires transitive org.rote.arrays;

    exports org.rote.plugins.format.segy;

    provides org.rote.spi.Plugin with
            org.rote.plugins.format.segy.SegyPlugin;
}
