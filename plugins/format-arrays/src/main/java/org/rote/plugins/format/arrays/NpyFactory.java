package org.rote.plugins.format.arrays;

import org.rote.arrays.ArrayFileException;
import org.rote.arrays.NpyReader;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;

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
        try {
            return ArrayFileDataset.of(config.keys(), NpyReader.open(config.file()), context);
        } catch (ArrayFileException e) {
            throw FileProblem.of(config.file(), e);
        }
    }
}
