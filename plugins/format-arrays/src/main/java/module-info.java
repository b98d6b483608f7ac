/** Data sets from NumPy files, files of plain numbers, CSV files and the manifest itself. */
module org.rote.plugins.format.arrays {
    requires transitive org.rote.spi;
    requires transitive org.rote.numerics;
    requires org.rote.arrays;
    requires de.siegmar.fastcsv;

    exports org.rote.plugins.format.arrays;

    provides org.rote.spi.Plugin with
            org.rote.plugins.format.arrays.ArraysPlugin;
}
