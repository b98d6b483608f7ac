package org.rote.plugins.format.arrays;

import java.util.List;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.NpyHeader;
import org.rote.arrays.NpyReader;
import org.rote.numerics.input.Conversion;
import org.rote.numerics.input.Take;
import org.rote.spi.Checks;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

final class NpyFactory implements Factory<NpyConfig, Dataset> {

    @Override
    public String name() {
        return "npy";
    }

    @Override
    public Class<NpyConfig> configType() {
        return NpyConfig.class;
    }

    @Override
    public String describe() {
        return "models in a NumPy file, read when they are needed, so that the file may be larger than memory";
    }

    @Override
    public String example() {
        return "type: npy\nfile: models.npy.gz\naxes: [z, x]\nunit: m/s\ntake: 0..4999\n";
    }

    @Override
    public Dataset create(NpyConfig config, Context context) {
        NpyReader reader;
        try {
            reader = NpyReader.open(config.file());
        } catch (ArrayFileException e) {
            throw FileProblem.of(config.file(), e);
        }
        try {
            return open(config, reader, context);
        } catch (InvalidInputException e) {
            try {
                reader.close();
            } catch (ArrayFileException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    private static Dataset open(NpyConfig config, NpyReader reader, Context context) {
        Space space = context.space();
        NpyHeader header = reader.header();
        Checks checks = new Checks();
        Conversion conversion = Conversion.of(config.unit(), config.quantity(), space, checks);
        checks.that(
                !header.type().isComplex() && space.element().doubles() == 1,
                "file",
                config.file() + ": models of real numbers are read, got "
                        + (header.type().isComplex() ? header.type().code() + " in the file" : space.describe()),
                "save one of the parts as an array of its own");
        List<String> names = config.axes().orElse(ModelLayout.names(space));
        ModelLayout layout = ModelLayout.find(config.file(), header.shape(), names, space, checks);
        checks.verify();
        Take.Selection selection = Take.parse("model", config.take(), checks)
                .of(layout.models(), config.file().toString(), checks);
        checks.verify();
        StoredModels stored = new StoredModels(reader, selection, space.size());
        stored.doubt().ifPresent(doubt -> context.warn(config.file() + ": " + doubt));
        return new NpyDataset(config.file(), space, selection, stored, layout, conversion);
    }
}
