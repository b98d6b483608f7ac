/** Reads and writes NumPy array files. */
module org.rote.arrays {}
