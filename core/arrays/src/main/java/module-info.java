/** Reads and writes NumPy array files; nothing but the JDK is needed. */
module org.rote.arrays {
    exports org.rote.arrays;
}
