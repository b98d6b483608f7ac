package org.rote.plugins.format.segy;

import java.util.Objects;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.segy.SegyReader;
import org.rote.numerics.input.Conversion;
import org.rote.spi.Axis;
import org.rote.spi.Dataset;
import org.rote.spi.Space;

/** Models made of traces, brought into the quantity and the unit of a space as they are read. */
final class SegyDataset implements Dataset, AutoCloseable {

    private final Space space;
    private final SegyReader reader;
    private final TraceOrder order;
    private final Conversion conversion;

    /**
     * Takes over an open file.
     *
     * @param space the space of a model, whose last axis runs along the traces
     * @param reader the file; closed by this
     * @param order which of its traces make up which model
     * @param conversion of the samples
     */
    SegyDataset(Space space, SegyReader reader, TraceOrder order, Conversion conversion) {
        this.space = space;
        this.reader = reader;
        this.order = order;
        this.conversion = conversion;
    }

    @Override
    public Space space() {
        return space;
    }

    @Override
    public int count() {
        return order.models();
    }

    @Override
    public void read(int index, double[] out) {
        Objects.checkIndex(index, count());
        Axis along = space.axes().get(space.axes().size() - 1);
        for (int place = 0; place < space.size() / along.count(); place++) {
            int trace = order.trace(index, place);
            int offset = place * along.count();
            try {
                reader.read(trace, out, offset);
            } catch (ArrayFileException e) {
                throw FileProblem.of(reader.path(), e);
            }
            for (int i = 0; i < along.count(); i++) {
                out[offset + i] = converted(out[offset + i], trace, i);
            }
        }
    }

    private double converted(double number, int trace, int sample) {
        double value = conversion.convert(number);
        if (!Double.isFinite(value)) {
            throw FileProblem.of(
                    reader.path(),
                    "trace " + (trace + 1) + " of " + reader.header().traces() + ", sample " + (sample + 1) + " "
                            + conversion.complaint(number),
                    "correct the file, or leave it out by take");
        }
        return value;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (ArrayFileException e) {
            throw FileProblem.of(reader.path(), e);
        }
    }
}
