package org.rote.plugins.format.arrays;

import org.rote.numerics.input.Conversion;
import org.rote.numerics.input.Take;
import org.rote.spi.Checks;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;

final class CsvFactory implements Factory<CsvConfig, Dataset> {

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public Class<CsvConfig> configType() {
        return CsvConfig.class;
    }

    @Override
    public String describe() {
        return "models in a text file, one a line, read into memory";
    }

    @Override
    public String example() {
        return "type: csv\nfile: models.csv\nheader: true\nseparator: ';'\ntake: [0..9, 17]\n";
    }

    @Override
    public Dataset create(CsvConfig config, Context context) {
        Checks checks = new Checks();
        Conversion conversion = Conversion.of(config.unit(), config.quantity(), context.space(), checks);
        Take take = Take.parse("model", config.take(), checks);
        checks.verify();
        CsvModels models = new CsvModels(config, context.space().size(), conversion);
        return new ModelsInMemory(context.space(), models.read(take));
    }
}
