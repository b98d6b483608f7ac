package org.rote.operators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.segy.Geometry.Point;
import org.rote.arrays.segy.SampleFormat;
import org.rote.arrays.segy.SegyWriter;
import org.rote.arrays.segy.TraceField;
import org.rote.arrays.segy.TraceHeader;
import org.rote.operators.survey.Layout.Segy;
import org.rote.operators.survey.Layout.Segy.Side;
import org.rote.spi.Axis;
import org.rote.spi.InvalidInputException;

class SegyPositionsTest {

    private static final List<Axis> PLANE = List.of(Axis.metres("x", 101, 10), Axis.metres("z", 51, 10));
    private static final List<Axis> SPACE =
            List.of(Axis.metres("x", 101, 10), Axis.metres("y", 101, 10), Axis.metres("z", 51, 10));

    @TempDir
    private Path folder;

    /** A trace of shot 101, 102, … and channel 1, 2, …. */
    private record Trace(int shot, int channel, Point source, Point receiver) {}

    @Test
    void readsShotsAndTheirReceiversInTheOrderOfTheData() throws IOException {
        Path file = streamer();
        assertThat(Shot.of(of(file, Side.SOURCES), of(file, Side.RECEIVERS), PLANE))
                .containsExactly(
                        new Shot(new Position(100, 5), List.of(new Position(150.5, 8), new Position(200.5, 8))),
                        new Shot(new Position(200, 5), List.of(new Position(250.5, 8), new Position(300.5, 8))),
                        new Shot(new Position(300, 5), List.of(new Position(350.5, 8), new Position(400.5, 8))));
    }

    @Test
    void readsReceiversThatAllShotsShare() throws IOException {
        Path file = cable();
        Segy receivers = of(file, Side.RECEIVERS);
        assertThat(receivers.positions("receivers", PLANE))
                .containsExactly(new Position(500, 12), new Position(600, 12));
        assertThat(of(file, Side.SOURCES).positions("sources", PLANE))
                .containsExactly(new Position(100, 0), new Position(200, 0));
    }

    @Test
    void readsThreeCoordinatesWhereTheGridHasThreeAxes() throws IOException {
        Path file = write(new Trace(1, 1, new Point(10, 20, 30), new Point(40, 50, 60)));
        assertThat(of(file, Side.SOURCES).positions("shots", SPACE)).containsExactly(new Position(10, 20, 30));
        assertThat(of(file, Side.RECEIVERS).positions("receivers", SPACE)).containsExactly(new Position(40, 50, 60));
    }

    @Test
    void countsFromTheOriginThatIsGiven() throws IOException {
        Path file = write(new Trace(1, 1, new Point(412_010, 6_000_000, 5), new Point(412_500, 6_000_000, 8)));
        assertThat(with(file, Side.SOURCES, Optional.empty(), Optional.of(List.of(412_000.0, 0.0)))
                        .positions("shots", PLANE))
                .containsExactly(new Position(10, 5));
        assertThat(with(file, Side.RECEIVERS, Optional.empty(), Optional.of(List.of(412_000.0, 5_999_900.0, 3.0)))
                        .positions("receivers", SPACE))
                .containsExactly(new Position(500, 100, 5));
    }

    @Test
    void takesSomeShotsInTheOrderWanted() throws IOException {
        Path file = streamer();
        Optional<List<String>> take = Optional.of(List.of("2", "0"));
        List<Shot> shots = Shot.of(
                with(file, Side.SOURCES, take, Optional.empty()),
                with(file, Side.RECEIVERS, take, Optional.empty()),
                PLANE);
        assertThat(shots).extracting(Shot::source).containsExactly(new Position(300, 5), new Position(100, 5));
        assertThat(shots.get(1).receivers()).startsWith(new Position(150.5, 8));
    }

    @Test
    void tellsShotsByAnotherField() throws IOException {
        Path file = streamer();
        Segy backward = new Segy(file, Side.SOURCES, "source-point", "bytes 13-16", Optional.empty(), Optional.empty());
        assertThat(backward.positions("shots", PLANE))
                .startsWith(new Position(300, 5))
                .hasSize(3);
    }

    @Test
    void putsReceiversWhereTheSourcesAreWhenAsked() throws IOException {
        Path file = cable();
        List<Shot> shots = Shot.of(of(file, Side.RECEIVERS), of(file, Side.SOURCES), PLANE);
        assertThat(shots.get(1))
                .isEqualTo(new Shot(new Position(600, 12), List.of(new Position(100, 0), new Position(200, 0))));
    }

    @Test
    void rejectsReceiversThatDifferWhereTheyAreShared() throws IOException {
        Path file = streamer();
        rejects(
                of(file, Side.RECEIVERS),
                "receivers.file: " + file + ": the receivers of field-record 102 are not those of field-record 101"
                        + " (take shots that have the same receivers; operators that ask for shots let them differ)");
    }

    @Test
    void rejectsReceiversOfAnotherNumberOfShots() throws IOException {
        Path file = streamer();
        Segy some = with(file, Side.SOURCES, Optional.of(List.of("0..1")), Optional.empty());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Shot.of(some, of(file, Side.RECEIVERS), PLANE))
                .withMessage("receivers.file: " + file + ": gives receivers of 3 shots, but there are 2 sources"
                        + " (take the same shots of the file for sources and receivers)");
    }

    @Test
    void saysNothingOfReceiversThatDifferWhereTheSourcesAreWrong() throws IOException {
        Path file = streamer();
        Segy missing = with(file, Side.SOURCES, Optional.of(List.of("7")), Optional.empty());
        Placement placement = Placement.onNodes(PLANE);
        placement.read("receivers", of(file, Side.RECEIVERS), placement.read("shots", missing));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(placement::verify)
                .withMessage("shots.take: asks for shot 7, but " + file
                        + " holds 3 shots, from 0 to 2 (take numbers up to 2)");
    }

    @Test
    void rejectsAShotOfTwoSources() throws IOException {
        Path file = write(
                new Trace(101, 1, new Point(0, 0, 5), new Point(50, 0, 0)),
                new Trace(101, 2, new Point(10, 0, 5), new Point(60, 0, 0)));
        rejects(
                of(file, Side.SOURCES),
                "receivers.file: " + file + ": field-record 101 has a source at (0 m, 0 m, 5 m) in trace 1 and at"
                        + " (10 m, 0 m, 5 m) in trace 2"
                        + " (tell shots by another field of the trace headers, for example shot: source-point)");
    }

    @Test
    void rejectsALineThatLeavesThePlane() throws IOException {
        Path file = write(
                new Trace(101, 1, new Point(0, 0, 5), new Point(50, 0, 0)),
                new Trace(101, 2, new Point(0, 0, 5), new Point(60, 2.5, 0)));
        rejects(
                of(file, Side.RECEIVERS),
                "receivers.file: " + file + ": positions are at y = 0.0 m and 2.5 m, but the grid has no y"
                        + " (turn the coordinates so that the line runs along x, or use a grid with three axes)");
    }

    @Test
    void rejectsAnOriginOfOtherCoordinatesThanTheGrid() throws IOException {
        Path file = cable();
        rejects(
                with(file, Side.RECEIVERS, Optional.empty(), Optional.of(List.of(1.0, 2.0, 3.0))),
                "receivers.origin: has 3 numbers, but the grid has 2 axes (give x and z)");
    }

    @Test
    void rejectsShotsThatAreNotThereAndFilesWithoutAny() throws IOException {
        Path file = cable();
        rejects(
                with(file, Side.RECEIVERS, Optional.of(List.of("2")), Optional.empty()),
                "receivers.take: asks for shot 2, but " + file + " holds 2 shots, from 0 to 1 (take numbers up to 1)");
        Path empty = write();
        rejects(of(empty, Side.RECEIVERS), "receivers.file: " + empty + ": holds no traces (name a file with gathers)");
    }

    @Test
    void rejectsShotsOfUnequalNumbersOfReceivers() throws IOException {
        Point source = new Point(0, 0, 0);
        Path file = write(
                new Trace(101, 1, source, new Point(50, 0, 0)),
                new Trace(102, 1, source, new Point(50, 0, 0)),
                new Trace(102, 2, source, new Point(60, 0, 0)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> of(file, Side.RECEIVERS).positions("receivers", PLANE))
                .withMessageStartingWith("receivers.file: " + file + ": field-record 102 has 2 traces, needed are 1")
                .withCauseInstanceOf(ArrayFileException.class);
    }

    @Test
    void rejectsWhatIsNoSegyFile() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.sgy"), "x,z\n");
        rejects(
                of(file, Side.RECEIVERS),
                "receivers.file: " + file + ": has 4 bytes, but a SEG-Y file begins with 3600 bytes of headers"
                        + " (name a SEG-Y file, or copy it again)");
    }

    @Test
    void namesEverythingThatIsWrongInTheSection() {
        Path file = folder.resolve("gathers.sgy");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Segy(
                        file, Side.SOURCES, "shot", "bytes 1-3", Optional.of(List.of("x")), Optional.of(List.of(1.0))))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(problem -> problem.where())
                        .containsExactly("shot", "receiver", "take", "origin"));
    }

    /** Three shots of two receivers each that are towed behind the source, in disorder. */
    private Path streamer() throws IOException {
        Trace[] traces = new Trace[6];
        for (int shot = 0; shot < 3; shot++) {
            for (int channel = 0; channel < 2; channel++) {
                int x = 100 * (shot + 1);
                traces[(5 * (2 * shot + channel) + 3) % 6] = new Trace(
                        101 + shot, 1 + channel, new Point(x, 7, 5), new Point(x + 50.5 + 50 * channel, 7, 8));
            }
        }
        return write(traces);
    }

    /** Two shots of the same two receivers. */
    private Path cable() throws IOException {
        Point left = new Point(500, 0, 12);
        Point right = new Point(600, 0, 12);
        return write(
                new Trace(101, 1, new Point(100, 0, 0), left),
                new Trace(101, 2, new Point(100, 0, 0), right),
                new Trace(102, 1, new Point(200, 0, 0), left),
                new Trace(102, 2, new Point(200, 0, 0), right));
    }

    private Path write(Trace... traces) throws IOException {
        Path file = folder.resolve("gathers" + traces.length + ".sgy");
        SegyWriter.Settings settings = new SegyWriter.Settings(SampleFormat.IEEE_FLOAT, 1, 1000, List.of());
        try (SegyWriter writer = SegyWriter.create(file, settings)) {
            for (Trace trace : traces) {
                TraceHeader header = new TraceHeader()
                        .set(TraceField.FIELD_RECORD, trace.shot())
                        .set(TraceField.TRACE_IN_RECORD, trace.channel())
                        .set(TraceField.SOURCE_POINT, -trace.shot())
                        .between(trace.source(), trace.receiver());
                writer.append(header, new double[1], 0);
            }
            writer.finish();
        }
        return file;
    }

    private static Segy of(Path file, Side side) {
        return with(file, side, Optional.empty(), Optional.empty());
    }

    private static Segy with(Path file, Side side, Optional<List<String>> take, Optional<List<Double>> origin) {
        return new Segy(file, side, "field-record", "trace-in-record", take, origin);
    }

    private static void rejects(Segy layout, String message) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> layout.positions("receivers", PLANE))
                .withMessage(message);
    }
}
