package org.rote.plugins.format.segy;

import java.util.Objects;
import java.util.stream.IntStream;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.segy.Gathers;
import org.rote.arrays.segy.SegyHeader;
import org.rote.arrays.segy.SegyReader;
import org.rote.arrays.segy.TraceField;
import org.rote.arrays.segy.TraceHeaders;
import org.rote.numerics.input.Take;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.Context;

/** A file of gathers (shot, receiver, time): one model, whose traces are found by their headers. */
final class ShotGathers {

    private static final double MICROSECONDS = 1e6;
    private static final double MILLISECONDS = 1e3;

    /** Headers state whole microseconds and milliseconds, so what is less than half of one away may be meant. */
    private static final double ROUNDING = 0.5 + 1e-6;

    private final SegyConfig config;
    private final SegyReader reader;
    private final Context context;
    private final Checks checks;
    private final Axis shots;
    private final Axis receivers;
    private final Axis time;

    ShotGathers(SegyConfig config, SegyReader reader, Context context, Checks checks) {
        this.config = config;
        this.reader = reader;
        this.context = context;
        this.checks = checks;
        this.shots = context.space().axes().get(0);
        this.receivers = context.space().axes().get(1);
        this.time = context.space().axes().get(2);
    }

    /** Says which traces are which receivers of which shots; of use only when the checks have found nothing wrong. */
    TraceOrder order() throws ArrayFileException {
        TraceField shot = config.shotField();
        TraceField receiver = config.receiverField();
        checkSamples();
        TraceHeaders headers = reader.headers(shot, receiver, TraceField.DELAY);
        headers.doubts().forEach(this::warn);
        Gathers gathers = Gathers.of(headers, shot, receiver);
        Take.Selection taken = Take.parse("shot", config.take(), checks)
                .of(gathers.shots(), config.file().toString(), checks);
        checkShots(gathers, taken);
        int[] traces = new int[taken.count() * receivers.count()];
        for (int i = 0; i < taken.count(); i++) {
            int number = (int) taken.model(i);
            gathers.requireReceivers(number, receivers.count());
            for (int r = 0; r < receivers.count(); r++) {
                traces[i * receivers.count() + r] = gathers.trace(number, r);
            }
        }
        checkDelays(headers, traces);
        return new TraceOrder() {
            @Override
            public int models() {
                return 1;
            }

            @Override
            public int trace(int model, int place) {
                Objects.checkIndex(model, 1);
                return traces[place];
            }
        };
    }

    private void checkSamples() {
        SegyHeader header = reader.header();
        checks.that(
                header.samples() == time.count(),
                "file",
                config.file() + ": traces have " + header.samples() + " samples, the data have " + time.count()
                        + " along time: " + context.space().describe(),
                "change the duration of the record that the operator computes, or cut or pad the traces");
        double wanted = time.step() * MICROSECONDS;
        if (header.interval() == 0) {
            warn("no sampling interval is stated; the " + wanted + " µs of the operator's data are taken for it");
        } else {
            checks.that(
                    Math.abs(header.interval() - wanted) <= ROUNDING,
                    "file",
                    config.file() + ": samples are " + header.interval() + " µs apart, in the data " + wanted + " µs",
                    "change the sampling of the operator's data, or resample the traces");
        }
    }

    private void checkShots(Gathers gathers, Take.Selection taken) {
        int found = gathers.shots();
        String names = found == 0 ? "" : " (" + gathers.name(0) + " to " + gathers.name(found - 1) + ")";
        String what = config.take().isPresent()
                ? "take names " + taken.count() + " of the " + found + " shots"
                : "holds " + found + " shots";
        checks.that(
                taken.count() == shots.count(),
                "file",
                config.file() + ": " + what + names + ", the data have " + shots.count(),
                "say which of the file's shots are meant, for example take: 0.." + (shots.count() - 1)
                        + ", or give the operator as many; or tell shots by another field of the trace headers: shot: source-point");
        checks.verify();
    }

    private void checkDelays(TraceHeaders headers, int... traces) {
        double wanted = time.origin() * MILLISECONDS;
        int[] others = IntStream.of(traces)
                .filter(trace -> Math.abs(headers.get(TraceField.DELAY, trace) - wanted) > ROUNDING)
                .toArray();
        if (others.length > 0) {
            int first = others[0];
            checks.that(
                    false,
                    "file",
                    config.file() + ": " + others.length + " traces do not begin at " + wanted + " ms; trace "
                            + (first + 1) + " of " + headers.traces() + " begins at "
                            + headers.get(TraceField.DELAY, first) + " ms (delay, bytes 109-110)",
                    "shift the traces, or set their delay to " + Math.round(wanted));
        }
    }

    private void warn(String doubt) {
        context.warn(config.file() + ": " + doubt);
    }
}
