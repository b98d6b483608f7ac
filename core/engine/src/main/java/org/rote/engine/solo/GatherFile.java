package org.rote.engine.solo;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.segy.Geometry;
import org.rote.arrays.segy.SampleFormat;
import org.rote.arrays.segy.SegyWriter;
import org.rote.arrays.segy.TraceField;
import org.rote.arrays.segy.TraceHeader;
import org.rote.spi.Acquisition;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

/**
 * Gathers as a SEG-Y file of revision 1 in IEEE floats: field records count the shots and traces the receivers of each, from 1; sources and receivers are in the trace headers. What the data set {@code segy} and the
 * layouts {@code segy} read.
 */
final class GatherFile {

    private static final double MICROSECONDS = 1e6;
    private static final double MILLISECONDS = 1e3;
    /** Of a unit: a decimal number of seconds is seldom exact. */
    private static final double WHOLE = 1e-6;

    private static final int MOST = 65_535;

    private final ForwardOperator operator;

    GatherFile(ForwardOperator operator) {
        this.operator = operator;
    }

    static boolean isNamedSo(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".segy") || name.endsWith(".sgy");
    }

    /** Writes the file whole or not at all; throws {@link InvalidInputException} where the data are no gathers that the format can hold, or the file cannot be written. */
    void write(Path out, double[] data) {
        Acquisition acquisition = operator.acquisition()
                .filter(places -> isGathers(operator.range()))
                .orElseThrow(() -> new InvalidInputException(
                        "--out",
                        out + ": SEG-Y holds gathers, but the operator makes "
                                + operator.range().describe(),
                        "name a NumPy file, ending in .npy"));
        List<Axis> axes = operator.range().axes();
        Axis time = axes.get(2);
        double interval = MICROSECONDS * time.step();
        double delay = MILLISECONDS * time.at(0);
        new Checks()
                .that(
                        isWhole(interval) && Math.rint(interval) >= 1 && Math.rint(interval) <= MOST,
                        "--out",
                        out + ": SEG-Y holds samples every 1 to 65535 whole microseconds, got " + time.step() + " s",
                        "sample at such an interval, or name a NumPy file")
                .that(
                        isWhole(delay) && Math.abs(delay) <= Short.MAX_VALUE,
                        "--out",
                        out + ": SEG-Y holds records that begin at a whole millisecond, got " + time.at(0) + " s",
                        "record from another time on, or name a NumPy file")
                .that(
                        time.count() <= MOST,
                        "--out",
                        out + ": SEG-Y holds at most 65535 samples in a trace, got " + time.count(),
                        "record shorter or less often, or name a NumPy file")
                .verify();
        SegyWriter.Settings settings = new SegyWriter.Settings(
                SampleFormat.IEEE_FLOAT,
                time.count(),
                (int) Math.rint(interval),
                List.of("SYNTHETIC GATHERS COMPUTED BY ROTE", "FIELD RECORD IS THE SHOT, TRACE THE RECEIVER"));
        try (SegyWriter writer = SegyWriter.create(out, settings)) {
            for (int shot = 0; shot < axes.get(0).count(); shot++) {
                for (int receiver = 0; receiver < axes.get(1).count(); receiver++) {
                    int trace = shot * axes.get(1).count() + receiver;
                    TraceHeader header = new TraceHeader()
                            .set(TraceField.FIELD_RECORD, shot + 1)
                            .set(TraceField.TRACE_IN_RECORD, receiver + 1)
                            .set(TraceField.DELAY, (int) Math.rint(delay))
                            .between(point(acquisition.source(shot)), point(acquisition.receiver(shot, receiver)));
                    writer.append(header, data, trace * time.count());
                }
            }
            writer.finish();
        } catch (ArrayFileException e) {
            throw SoloOperator.unwritable(e);
        }
    }

    private static boolean isGathers(Space space) {
        List<Axis> axes = space.axes();
        return axes.size() == 3
                && axes.get(2).unit().equals("s")
                && space.element().doubles() == 1;
    }

    private static boolean isWhole(double value) {
        return Math.abs(value - Math.rint(value)) <= WHOLE;
    }

    private static Geometry.Point point(double[] place) {
        return place.length == 2
                ? new Geometry.Point(place[0], 0, place[1])
                : new Geometry.Point(place[0], place[1], place[2]);
    }
}
