package org.rote.plugins.format.arrays;

import java.util.Optional;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.NpyReader;
import org.rote.arrays.Shape;
import org.rote.spi.Checks;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;

final class RawFactory implements Factory<RawConfig, Dataset> {

    @Override
    public String name() {
        return "raw";
    }

    @Override
    public Class<RawConfig> configType() {
        return RawConfig.class;
    }

    @Override
    public String describe() {
        return "models in a file of nothing but numbers, read when they are needed, so that the file may be larger than memory";
    }

    @Override
    public String example() {
        return "type: raw\nfile: vp.bin\nelement: float32\nbyte-order: big-endian\naxes: [z, x]\nunit: m/s\n";
    }

    @Override
    public Dataset create(RawConfig config, Context context) {
        Checks checks = new Checks();
        ArrayFileDataset.Keys keys = config.keys();
        Optional<Shape> model = ModelLayout.shapeOfModel(keys.names(context.space()), context.space(), checks);
        checks.verify();
        try {
            NpyReader reader = NpyReader.openRaw(
                    config.file(), config.element().type(), config.byteOrder().order(), model.orElseThrow());
            return ArrayFileDataset.of(keys, reader, context);
        } catch (ArrayFileException e) {
            throw FileProblem.of(config.file(), e);
        }
    }
}
