package org.rote.plugins.format.arrays;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.NpyHeader;
import org.rote.arrays.NpyReader;
import org.rote.numerics.WaveSpeed;
import org.rote.numerics.input.Conversion;
import org.rote.numerics.input.Take;
import org.rote.spi.Checks;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

/** Models of an array file, brought into the order, the quantity and the unit of a space as they are read. */
final class ArrayFileDataset implements Dataset, AutoCloseable {

    private final Path file;
    private final Space space;
    private final Take.Selection selection;
    private final StoredModels stored;
    private final ModelLayout layout;
    private final Conversion conversion;

    private ArrayFileDataset(
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

    /**
     * What the sections of array files have in common.
     *
     * @param file the file
     * @param axes the names of the axes of a model in the order of the file; as in the space when empty
     * @param unit the unit of the numbers
     * @param quantity the quantity of the numbers
     * @param take which models
     */
    record Keys(
            Path file,
            Optional<List<String>> axes,
            Optional<String> unit,
            Optional<WaveSpeed> quantity,
            Optional<List<String>> take) {

        /** Refuses what can be seen to be wrong without the file. */
        void check(Checks checks) {
            Conversion.checkUnit(unit, checks);
            Take.parse("model", take, checks);
        }

        /** The names of the axes of a model in the order of the file. */
        List<String> names(Space space) {
            return axes.orElse(ModelLayout.names(space));
        }
    }

    /**
     * Takes over an open file.
     *
     * @param reader the file; closed when the data set is, or when something is wrong
     * @throws InvalidInputException when the file does not hold models of the context's space, or not those that are to be taken
     */
    static Dataset of(Keys keys, NpyReader reader, Context context) {
        try {
            return checked(keys, reader, context);
        } catch (InvalidInputException e) {
            try {
                reader.close();
            } catch (ArrayFileException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    private static Dataset checked(Keys keys, NpyReader reader, Context context) {
        Space space = context.space();
        NpyHeader header = reader.header();
        Checks checks = new Checks();
        Conversion conversion = Conversion.of(keys.unit(), keys.quantity(), space, checks);
        checks.that(
                !header.type().isComplex() && space.element().doubles() == 1,
                "file",
                keys.file() + ": models of real numbers are read, got "
                        + (header.type().isComplex() ? header.type().code() + " in the file" : space.describe()),
                "save one of the parts as an array of its own");
        ModelLayout layout = ModelLayout.find(keys.file(), header.shape(), keys.names(space), space, checks);
        checks.verify();
        Take.Selection selection = Take.parse("model", keys.take(), checks)
                .of(layout.models(), keys.file().toString(), checks);
        checks.verify();
        StoredModels stored = new StoredModels(reader, selection, space.size());
        stored.doubt().ifPresent(doubt -> context.warn(keys.file() + ": " + doubt));
        return new ArrayFileDataset(keys.file(), space, selection, stored, layout, conversion);
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
