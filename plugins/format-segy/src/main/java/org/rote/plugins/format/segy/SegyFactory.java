package org.rote.plugins.format.segy;

import java.util.List;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.segy.SegyReader;
import org.rote.numerics.input.Conversion;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.Factory;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

final class SegyFactory implements Factory<SegyConfig, Dataset> {

    private static final List<String> SECTION = List.of("x", "z");
    private static final List<String> GATHERS = List.of("shot", "receiver", "time");

    @Override
    public String name() {
        return "segy";
    }

    @Override
    public Class<SegyConfig> configType() {
        return SegyConfig.class;
    }

    @Override
    public String describe() {
        return "sections or gathers in a SEG-Y file, read trace by trace when they are needed";
    }

    @Override
    public String example() {
        return "type: segy\nfile: gathers.sgy\nshot: source-point\ntake: 0..11\n";
    }

    @Override
    public Dataset create(SegyConfig config, Context context) {
        SegyReader reader;
        try {
            reader = SegyReader.open(config.file(), config.samples());
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

    private static Dataset open(SegyConfig config, SegyReader reader, Context context) {
        Space space = context.space();
        Checks checks = new Checks();
        Conversion conversion = Conversion.of(config.unit(), config.quantity(), space, checks);
        List<String> axes = space.axes().stream().map(Axis::name).toList();
        boolean isReal = space.element().doubles() == 1;
        TraceOrder order = TraceOrder.NONE;
        try {
            if (isReal && axes.equals(SECTION)) {
                order = new Sections(config, reader, context, checks).order();
            } else if (isReal && axes.equals(GATHERS)) {
                order = new ShotGathers(config, reader, context, checks).order();
            } else {
                checks.that(
                        false,
                        "type",
                        "reads sections (x, z) and gathers (shot, receiver, time) of real numbers, wanted are "
                                + space.describe(),
                        "use a type that fits, such as npy");
            }
        } catch (ArrayFileException e) {
            throw FileProblem.of(config.file(), e);
        }
        checks.verify();
        return new SegyDataset(space, reader, order, conversion);
    }
}
