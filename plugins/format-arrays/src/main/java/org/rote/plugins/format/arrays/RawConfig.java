package org.rote.plugins.format.arrays;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rote.arrays.ElementType;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Checks;
import org.rote.spi.Default;
import org.rote.spi.Doc;

/**
 * The data set {@code raw}.
 *
 * @param file a file of nothing but numbers, one model after the other, the last axis fastest
 * @param element how a number is written
 * @param byteOrder in which order its bytes stand
 * @param axes the names of the axes of a model in the order of the file
 * @param unit the unit of the file's numbers
 * @param quantity the quantity of the file's numbers
 * @param take which models, see {@code describe raw}
 */
public record RawConfig(
        @Doc("file of nothing but numbers, one model after the other, the last axis fastest")
        Path file,

        @Doc("how a number is written") @Default("float32") Element element,

        @Doc("in which order the bytes of a number stand") @Default("little-endian")
        Bytes byteOrder,

        @Doc(
                "names of a model's axes in the order of the file, such as [z, x]; in the order of the operator when left out")
        Optional<List<String>> axes,

        @Doc("unit of the file's numbers, such as km/s; SI when left out")
        Optional<String> unit,

        @Doc("what the file's numbers are, where the operator works with another of these")
        Optional<WaveSpeed> quantity,

        @Doc("models to take, counted from 0: 17, 0..4999, 0..90 step 10, or a list of these; all when left out")
        Optional<List<String>> take) {

    /** How a number is written. */
    public enum Element {
        /** IEEE 754 floating point of 32 bits. */
        FLOAT32(ElementType.FLOAT32),
        /** IEEE 754 floating point of 64 bits. */
        FLOAT64(ElementType.FLOAT64);

        private final ElementType type;

        Element(ElementType type) {
            this.type = type;
        }

        ElementType type() {
            return type;
        }
    }

    /** In which order the bytes of a number stand. */
    public enum Bytes {
        /** The least significant one first, as nearly all machines have it. */
        LITTLE_ENDIAN(ByteOrder.LITTLE_ENDIAN),
        /** The most significant one first. */
        BIG_ENDIAN(ByteOrder.BIG_ENDIAN);

        private final ByteOrder order;

        Bytes(ByteOrder order) {
            this.order = order;
        }

        ByteOrder order() {
            return order;
        }
    }

    /** Checks what can be checked without the file; throws {@link org.rote.spi.InvalidInputException}. */
    public RawConfig {
        axes = axes.map(List::copyOf);
        take = take.map(List::copyOf);
        Checks checks = new Checks();
        new ArrayFileDataset.Keys(file, axes, unit, quantity, take).check(checks);
        checks.verify();
    }

    ArrayFileDataset.Keys keys() {
        return new ArrayFileDataset.Keys(file, axes, unit, quantity, take);
    }
}
