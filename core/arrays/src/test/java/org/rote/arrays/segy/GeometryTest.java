package org.rote.arrays.segy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.segy.SegyBytes.Header;

class GeometryTest {

    /** Rounding of a product of a few doubles of a thousand metres. */
    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0, 12345", "1, 12345", "10, 123450", "-10, 1234.5", "-1000, 12.345"})
    void appliesTheScalarOfCoordinates(int scalar, double expected) throws IOException {
        Header header = new Header().put4(73, 12345).put4(85, -12345).put2(71, scalar);
        Geometry geometry = geometry(SegyBytes.of(1).floats(header, 0));
        assertThat(geometry.source(0).x()).isCloseTo(expected, within(ROUNDING));
        assertThat(geometry.receiver(0).y()).isCloseTo(-expected, within(ROUNDING));
    }

    @Test
    void countsDepthDownwardsFromTheDatum() throws IOException {
        Header header = new Header()
                .put4(41, -125) // receiver 12.5 m below the datum
                .put4(45, 300) // surface at the source 30 m above it
                .put4(49, 50) // source 5 m below the surface
                .put2(69, -10);
        Geometry geometry = geometry(SegyBytes.of(1).floats(header, 0));
        assertThat(geometry.receiver(0)).isEqualTo(new Geometry.Point(0, 0, 12.5));
        assertThat(geometry.source(0)).isEqualTo(new Geometry.Point(0, 0, -25));
    }

    @Test
    void makesMetresOfFeet() throws IOException {
        Header header = new Header().put4(73, 1000).put4(77, 2000).put4(49, 10);
        Geometry geometry = geometry(SegyBytes.of(1).file2(3255, 2).floats(header, 0));
        assertThat(geometry.source(0).x()).isCloseTo(304.8, within(ROUNDING));
        assertThat(geometry.source(0).y()).isCloseTo(609.6, within(ROUNDING));
        assertThat(geometry.source(0).z()).isCloseTo(3.048, within(ROUNDING));
    }

    @Test
    void rejectsAngles() throws IOException {
        SegyBytes bytes = SegyBytes.of(1).floats(new Header(), 0).floats(new Header().put2(89, 2), 0);
        assertThatExceptionOfType(ArrayFileException.class)
                .isThrownBy(() -> geometry(bytes))
                .withMessage(folder.resolve("geometry.sgy")
                        + ": trace 2 of 2 has coordinates in angles (coordinate-unit 2, bytes 89-90); read are lengths (1, or 0 where nothing is stated)\n"
                        + "  fix  project the coordinates, and write them in m or ft");
    }

    private Geometry geometry(SegyBytes bytes) throws IOException {
        try (SegyReader reader = SegyReader.open(bytes.write(folder.resolve("geometry.sgy")))) {
            return Geometry.read(reader);
        }
    }
}
