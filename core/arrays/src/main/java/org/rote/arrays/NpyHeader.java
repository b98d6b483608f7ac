package org.rote.arrays;

import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * What the header of an array file says.
 *
 * @param type the element type
 * @param byteOrder the byte order of the elements; little endian for types of one byte, where it means nothing
 * @param fortranOrder whether the file runs through the first axis fastest; readers present C order all the same
 * @param shape the lengths of the axes
 * @param version the major version of the format: 1, 2 or 3; {@link #RAW} where there is no header
 * @param dataOffset the position of the first element in the (decompressed) file, in bytes
 */
public record NpyHeader(
        ElementType type, ByteOrder byteOrder, boolean fortranOrder, Shape shape, int version, long dataOffset) {

    /** Instead of a version, for a file of nothing but numbers. */
    public static final int RAW = 0;

    /** The length of all elements in bytes. */
    public long dataBytes() {
        return shape.elements() * type.bytes();
    }

    /** The length of a whole (decompressed) file in bytes. */
    public long fileBytes() {
        return dataOffset + dataBytes();
    }

    /** Whether the order of elements in the file is the one handed out: with at most one long axis both are the same. */
    boolean isRowMajor() {
        long longAxes = Arrays.stream(shape.lengths()).filter(n -> n > 1).count();
        return !fortranOrder || longAxes < 2 || shape.elements() == 0;
    }
}
