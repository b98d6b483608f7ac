package org.rote.plugins.format.segy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rote.plugins.format.segy.SegyFiles.VELOCITY;
import static org.rote.plugins.format.segy.SegyFiles.read;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.segy.SampleFormat;
import org.rote.numerics.WaveSpeed;
import org.rote.plugins.format.segy.SegyFiles.Section;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

class SectionsTest {

    private static final String MODEL = "velocity in m/s, x 2 (step 10.0 m) × z 3 (step 10.0 m)";

    @TempDir
    private Path folder;

    @Test
    void readsTracesAsColumnsOfAModel() throws IOException {
        Dataset dataset = file(2, 3).open(VELOCITY);
        assertThat(dataset.count()).isEqualTo(1);
        assertThat(dataset.space()).isEqualTo(VELOCITY);
        assertThat(read(dataset, 0)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void readsModelsOneAfterTheOther() throws IOException {
        Dataset dataset = file(8, 3).withTake("3", "0..1").open(VELOCITY);
        assertThat(dataset.count()).isEqualTo(3);
        assertThat(read(dataset, 0)).containsExactly(19, 20, 21, 22, 23, 24);
        assertThat(read(dataset, 2)).containsExactly(7, 8, 9, 10, 11, 12);
    }

    @Test
    void convertsUnitAndQuantity() throws IOException {
        assertThat(read(file(2, 3).withUnit("km/s").open(VELOCITY), 0)).containsExactly(1e3, 2e3, 3e3, 4e3, 5e3, 6e3);
        Dataset squared = file(2, 3).withQuantity(WaveSpeed.VELOCITY).open(WaveSpeed.SQUARED_SLOWNESS.in(VELOCITY));
        assertThat(read(squared, 0)[1]).isEqualTo(0.25);
    }

    @Test
    void readsSamplesAsTheUserSaysTheyAreWritten() throws IOException {
        Path ieee = SegyFiles.counting(folder.resolve("section.sgy"), SampleFormat.IEEE_FLOAT, 2, 3);
        double[] asIntegers =
                read(Section.of(ieee).withSamples(SampleFormat.INT32).open(VELOCITY), 0);
        assertThat(asIntegers[0]).isEqualTo(Float.floatToIntBits(1));
    }

    @Test
    void rejectsTracesThatAreNotThoseOfAModel() throws IOException {
        rejects(
                file(2, 4),
                ": traces have 4 samples, a model has 3 along z: " + MODEL
                        + " (cut, pad or resample the traces, or change the grid)");
        rejects(
                file(5, 3),
                ": holds 5 traces, a model has 2 along x: " + MODEL
                        + " (write whole models one after the other, or change the grid)");
        rejects(
                file(0, 3),
                ": holds 0 traces, a model has 2 along x: " + MODEL
                        + " (write whole models one after the other, or change the grid)");
    }

    @Test
    void rejectsFieldsOfGathers() throws IOException {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> file(2, 3)
                        .withShot("source-point")
                        .withReceiver("offset")
                        .open(VELOCITY))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(problem -> problem.toString())
                        .containsExactly(
                                "shot: is for gathers; wanted are models: " + MODEL + " (remove it)",
                                "receiver: is for gathers; wanted are models: " + MODEL + " (remove it)"));
    }

    @Test
    void rejectsASpaceThatIsNoSection() throws IOException {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> file(2, 3).open(Space.vector(6)))
                .withMessage(
                        "type: reads sections (x, z) and gathers (shot, receiver, time) of real numbers, wanted are"
                                + " value, component 6 (use a type that fits, such as npy)");
    }

    @Test
    void saysHowManyModelsThereAre() throws IOException {
        Section section = file(8, 3).withTake("4");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> section.open(VELOCITY))
                .withMessage("take: asks for model 4, but " + section.file()
                        + " holds 4 models, from 0 to 3 (take numbers up to 3)");
    }

    @Test
    void namesTheSampleThatCannotBeConverted() throws IOException {
        Path file = folder.resolve("air.sgy");
        try (SegyFiles files = SegyFiles.start(file, 3)) {
            files.trace(SegyFiles.header(1, 1), 1)
                    .trace(SegyFiles.header(1, 2), -1)
                    .finish(file);
        }
        Dataset dataset = Section.of(file).withQuantity(WaveSpeed.VELOCITY).open(WaveSpeed.SLOWNESS.in(VELOCITY));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> read(dataset, 0))
                .withMessage("file: " + file
                        + ": trace 2 of 2, sample 1 must be greater than 0 to become slowness, got -1.0 m/s"
                        + " (correct the file, or leave it out by take)");
    }

    private Section file(int traces, int samples) throws IOException {
        return Section.of(SegyFiles.counting(
                folder.resolve(traces + "x" + samples + ".sgy"), SampleFormat.IEEE_FLOAT, traces, samples));
    }

    private static void rejects(Section section, String what) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> section.open(VELOCITY))
                .withMessage("file: " + section.file() + what);
    }
}
