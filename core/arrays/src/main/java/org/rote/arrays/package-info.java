/** Reads and writes NumPy array files. */
package org.rote.arrays;
