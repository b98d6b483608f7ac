package org.rote.plugins.format.segy;

import org.rote.arrays.ArrayFileException;
import org.rote.arrays.segy.SegyHeader;
import org.rote.arrays.segy.SegyReader;
import org.rote.arrays.segy.TraceField;
import org.rote.numerics.input.Take;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.Context;

/**
 * A file of models (x, z) one after the other, as the inlines of a volume are: its traces in the order of the file are the columns of the first model, then those of the second. The distance of samples is not compared with
 * the grid, for the format has no agreed way to state a depth.
 */
final class Sections {

    private final SegyConfig config;
    private final SegyReader reader;
    private final Context context;
    private final Checks checks;

    Sections(SegyConfig config, SegyReader reader, Context context, Checks checks) {
        this.config = config;
        this.reader = reader;
        this.context = context;
        this.checks = checks;
    }

    /** Says which traces are which models; of use only when the checks have found nothing wrong. */
    TraceOrder order() throws ArrayFileException {
        refuse("shot", config.shot().isPresent());
        refuse("receiver", config.receiver().isPresent());
        Axis x = context.space().axes().get(0);
        Axis z = context.space().axes().get(1);
        SegyHeader header = reader.header();
        checks.that(
                header.samples() == z.count(),
                "file",
                config.file() + ": traces have " + header.samples() + " samples, a model has " + z.count()
                        + " along z: " + context.space().describe(),
                "cut, pad or resample the traces, or change the grid");
        boolean isWhole = header.traces() > 0 && header.traces() % x.count() == 0;
        checks.that(
                isWhole,
                "file",
                config.file() + ": holds " + header.traces() + " traces, a model has " + x.count() + " along x: "
                        + context.space().describe(),
                "write whole models one after the other, or change the grid");
        if (!isWhole) {
            return TraceOrder.NONE;
        }
        reader.headers(TraceField.TRACE_CODE).doubts().forEach(doubt -> context.warn(config.file() + ": " + doubt));
        Take.Selection selection = Take.parse("model", config.take(), checks)
                .of(header.traces() / x.count(), config.file().toString(), checks);
        return new TraceOrder() {
            @Override
            public int models() {
                return selection.count();
            }

            @Override
            public int trace(int model, int place) {
                return (int) selection.model(model) * x.count() + place;
            }
        };
    }

    private void refuse(String key, boolean isGiven) {
        checks.that(
                !isGiven,
                key,
                "is for gathers; wanted are models: " + context.space().describe(),
                "remove it");
    }
}
