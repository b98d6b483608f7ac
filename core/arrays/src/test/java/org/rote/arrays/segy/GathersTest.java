package org.rote.arrays.segy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rote.arrays.segy.TraceField.FIELD_RECORD;
import static org.rote.arrays.segy.TraceField.TRACE_IN_RECORD;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.segy.SegyBytes.Header;

class GathersTest {

    @TempDir
    private Path folder;

    @Test
    void findsShotsAndReceiversInAnyOrderOfTheFile() throws IOException {
        long seed = 11;
        List<int[]> places = new ArrayList<>();
        for (int shot = 0; shot < 5; shot++) {
            for (int receiver = 0; receiver < 7; receiver++) {
                places.add(new int[] {100 + 3 * shot, -2 + receiver});
            }
        }
        Collections.shuffle(places, new Random(seed));
        SegyBytes bytes = SegyBytes.of(1);
        places.forEach(place -> bytes.floats(Header.of(place[0], place[1]), 0));
        Gathers gathers = gathers(bytes);
        assertThat(gathers.shots()).isEqualTo(5);
        for (int shot = 0; shot < 5; shot++) {
            assertThat(gathers.receivers(shot)).isEqualTo(7);
            assertThat(gathers.name(shot)).isEqualTo("field-record " + (100 + 3 * shot));
            for (int receiver = 0; receiver < 7; receiver++) {
                assertThat(places.get(gathers.trace(shot, receiver)))
                        .as("seed=%d", seed)
                        .containsExactly(100 + 3 * shot, -2 + receiver);
            }
        }
    }

    @Test
    void findsNothingInAFileWithoutTraces() throws IOException {
        assertThat(gathers(SegyBytes.of(1)).shots()).isEqualTo(0);
    }

    @Test
    void rejectsAReceiverThatIsThereTwice() throws IOException {
        SegyBytes bytes = SegyBytes.of(1)
                .floats(Header.of(101, 1), 0)
                .floats(Header.of(101, 2), 0)
                .floats(Header.of(102, 1), 0)
                .floats(Header.of(101, 2), 0);
        assertThatExceptionOfType(ArrayFileException.class)
                .isThrownBy(() -> gathers(bytes))
                .withMessage(
                        folder.resolve("gathers.sgy")
                                + ": traces 2 and 4 of 4 both have field-record (bytes 9-12) 101 and trace-in-record (bytes 13-16) 2\n"
                                + "  fix  tell shots and receivers by other fields of the trace headers, or remove one of the traces");
    }

    @Test
    void namesTheReceiversThatAShotLacks() throws IOException {
        SegyBytes bytes = SegyBytes.of(1).floats(Header.of(102, 2), 0);
        for (int receiver = 1; receiver <= 6; receiver++) {
            bytes.floats(Header.of(101, receiver), 0);
        }
        Gathers gathers = gathers(bytes);
        gathers.requireReceivers(0, 6);
        assertThatExceptionOfType(ArrayFileException.class)
                .isThrownBy(() -> gathers.requireReceivers(1, 6))
                .withMessage(
                        folder.resolve("gathers.sgy")
                                + ": field-record 102 has 1 traces, needed are 6; it lacks trace-in-record 1, 3, 4 and 2 more\n"
                                + "  fix  add the missing traces, leave the shot out, or tell shots and receivers by other fields of the trace headers");
        assertThatExceptionOfType(ArrayFileException.class)
                .isThrownBy(() -> gathers.requireReceivers(0, 9))
                .withMessageContaining(": field-record 101 has 6 traces, needed are 9\n");
    }

    private Gathers gathers(SegyBytes bytes) throws IOException {
        try (SegyReader reader = SegyReader.open(bytes.write(folder.resolve("gathers.sgy")))) {
            return Gathers.of(reader.headers(FIELD_RECORD, TRACE_IN_RECORD), FIELD_RECORD, TRACE_IN_RECORD);
        }
    }
}
