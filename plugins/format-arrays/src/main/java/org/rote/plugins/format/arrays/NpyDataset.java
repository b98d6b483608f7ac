package org.rote.plugins.format.arrays;

import java.nio.file.Path;
import org.rote.arrays.ArrayFileException;
import org.rote.numerics.input.Conversion;
import org.rote.numerics.input.Take;
import org.rote.spi.Dataset;
import org.rote.spi.Space;

/** Models of an array file, brought into the order, the quantity and the unit of a space as they are read. */
final class NpyDataset implements Dataset, AutoCloseable {

    private final Path file;
    private final Space space;
    private final Take.Selection selection;
    private final StoredModels stored;
    private final ModelLayout layout;
    private final Conversion conversion;

    NpyDataset(
            Path file,
            Space space,
            Take.Selection selection,
            StoredModels stored,
            ModelLayout layout,
            Conversion conversion) {
        this.file = file;
        this.space = space;
        this.selection = selection;
        this.stored = stored;
        this.layout = layout;
        this.conversion = conversion;
    }

    @Override
    public Space space() {
        return space;
    }

    @Override
    public int count() {
        return selection.count();
    }

    @Override
    public void read(int index, double[] out) {
        long model = selection.model(index);
        double[] inFileOrder = new double[space.size()];
        try {
            stored.read(index, inFileOrder);
        } catch (ArrayFileException e) {
            throw FileProblem.of(file, e);
        }
        layout.arrange(inFileOrder, out);
        for (int i = 0; i < inFileOrder.length; i++) {
            double number = out[i];
            out[i] = conversion.convert(number);
            if (!Double.isFinite(out[i])) {
                throw FileProblem.of(
                        file,
                        "model " + model + ": the number at " + layout.place(model, i) + " "
                                + conversion.complaint(number),
                        "correct the file, or leave the model out by take");
            }
        }
    }

    @Override
    public void close() {
        try {
            stored.close();
        } catch (ArrayFileException e) {
            throw FileProblem.of(file, e);
        }
    }
}
