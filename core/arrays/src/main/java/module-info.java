/** Reads and writes NumPy array files and SEG-Y files; nothing but the JDK is needed. */
module org.rote.arrays {
    exports org.rote.arrays;
    exports org.rote.arrays.segy;
}
