package org.rote.arrays.segy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the samples of a SEG-Y file are written; big endian, all of them. */
public enum SampleFormat {
    /** IBM System/360 floating point of 32 bits: base 16, 21 to 24 significant bits, magnitudes up to 7·10⁷⁵. */
    IBM_FLOAT(1, 4, "IBM float") {
        @Override
        double decode(ByteBuffer bytes) {
            return IbmFloat.toDouble(bytes.getInt());
        }
    },
    /** Signed integer of 32 bits. */
    INT32(2, 4, "integers of 4 bytes") {
        @Override
        double decode(ByteBuffer bytes) {
            return bytes.getInt();
        }
    },
    /** Signed integer of 16 bits. */
    INT16(3, 2, "integers of 2 bytes") {
        @Override
        double decode(ByteBuffer bytes) {
            return bytes.getShort();
        }
    },
    /** IEEE 754 floating point of 32 bits. */
    IEEE_FLOAT(5, 4, "IEEE float") {
        @Override
        double decode(ByteBuffer bytes) {
            return bytes.getFloat();
        }
    },
    /** Signed integer of 8 bits. */
    INT8(8, 1, "integers of 1 byte") {
        @Override
        double decode(ByteBuffer bytes) {
            return bytes.get();
        }
    };

    private final int code;
    private final int bytes;
    private final String text;

    SampleFormat(int code, int bytes, String text) {
        this.code = code;
        this.bytes = bytes;
        this.text = text;
    }

    /**
     * The format of a code.
     *
     * @param code as in bytes 3225 and 3226 of a file
     * @return the format, or empty where it is none of these
     */
    public static Optional<SampleFormat> ofCode(int code) {
        return Arrays.stream(values()).filter(format -> format.code == code).findFirst();
    }

    /** All codes with their meaning, for messages. */
    static String codes() {
        return Arrays.stream(values()).map(SampleFormat::describe).collect(Collectors.joining(", "));
    }

    /** Takes one sample from a buffer. */
    abstract double decode(ByteBuffer bytes);

    /**
     * The code in the binary header.
     *
     * @return 1, 2, 3, 5 or 8
     */
    public int code() {
        return code;
    }

    /**
     * The length of a sample.
     *
     * @return in bytes
     */
    public int bytes() {
        return bytes;
    }

    /** For people: {@code 1 (IBM float)}. */
    String describe() {
        return code + " (" + text + ")";
    }
}
