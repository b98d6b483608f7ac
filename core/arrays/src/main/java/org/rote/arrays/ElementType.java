package org.rote.arrays;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The kinds of numbers that an array file may hold.
 *
 * <p>Whole numbers are exchanged as {@code double}, which is exact up to 2⁵³; beyond that they are refused in both
 * directions rather than rounded. A complex element is two numbers, real part first.
 */
public enum ElementType {
    /** False or true, as 0 or 1. */
    BOOL("b1", 1, 0, 1),
    /** Signed byte. */
    INT8("i1", 1, Byte.MIN_VALUE, Byte.MAX_VALUE),
    /** Unsigned byte. */
    UINT8("u1", 1, 0, 255),
    /** Signed integer of 16 bits. */
    INT16("i2", 2, Short.MIN_VALUE, Short.MAX_VALUE),
    /** Unsigned integer of 16 bits. */
    UINT16("u2", 2, 0, 65_535),
    /** Signed integer of 32 bits. */
    INT32("i4", 4, Integer.MIN_VALUE, Integer.MAX_VALUE),
    /** Unsigned integer of 32 bits. */
    UINT32("u4", 4, 0, 4_294_967_295L),
    /** Signed integer of 64 bits. */
    INT64("i8", 8, -ElementType.LARGEST_EXACT, ElementType.LARGEST_EXACT),
    /** Unsigned integer of 64 bits. */
    UINT64("u8", 8, 0, ElementType.LARGEST_EXACT),
    /** Floating point of 32 bits. */
    FLOAT32("f4", 4, 0, 0),
    /** Floating point of 64 bits. */
    FLOAT64("f8", 8, 0, 0),
    /** Two numbers of 32 bits: real and imaginary part. */
    COMPLEX64("c8", 8, 0, 0),
    /** Two numbers of 64 bits: real and imaginary part. */
    COMPLEX128("c16", 16, 0, 0);

    /** 2⁵³: every whole number up to here is a double. */
    static final long LARGEST_EXACT = 1L << 53;

    private final String code;
    private final int bytes;
    private final long smallest;
    private final long largest;

    ElementType(String code, int bytes, long smallest, long largest) {
        this.code = code;
        this.bytes = bytes;
        this.smallest = smallest;
        this.largest = largest;
    }

    /** The type with a NumPy code such as {@code f8}, without byte order; empty if it is none of these. */
    public static Optional<ElementType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** All codes, for messages. */
    static String codes() {
        return Arrays.stream(values()).map(ElementType::code).collect(Collectors.joining(", "));
    }

    /** The NumPy code, such as {@code f8}. */
    public String code() {
        return code;
    }

    /** Bytes of one element in the file. */
    public int bytes() {
        return bytes;
    }

    /** Whether an element is two numbers. */
    public boolean isComplex() {
        return this == COMPLEX64 || this == COMPLEX128;
    }

    /** Numbers of one element in memory: 2 for complex types, else 1. */
    public int components() {
        return isComplex() ? 2 : 1;
    }

    /** Whether only whole numbers in a range can be stored. */
    boolean isWhole() {
        return smallest < largest;
    }

    long smallest() {
        return smallest;
    }

    long largest() {
        return largest;
    }

    /** The code with the byte order that we write: little endian, or none for single bytes. */
    String littleEndianCode() {
        return (bytes == 1 ? "|" : "<") + code;
    }
}
