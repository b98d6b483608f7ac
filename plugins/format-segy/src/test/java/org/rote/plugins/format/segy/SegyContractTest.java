package org.rote.plugins.format.segy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.segy.SampleFormat;
import org.rote.numerics.WaveSpeed;
import org.rote.plugins.format.segy.SegyFiles.Section;
import org.rote.spi.Dataset;
import org.rote.spi.Space;
import org.rote.testkit.DatasetContract;

class SegyContractTest extends DatasetContract {

    @TempDir
    private Path folder;

    @Override
    protected Space space() {
        return WaveSpeed.SQUARED_SLOWNESS.in(SegyFiles.VELOCITY);
    }

    @Override
    protected Dataset dataset() {
        try {
            Path file = SegyFiles.counting(folder.resolve("models.sgy"), SampleFormat.IBM_FLOAT, 14, 3);
            return Section.of(file)
                    .withUnit("km/s")
                    .withQuantity(WaveSpeed.VELOCITY)
                    .withTake("6", "0..4 step 2", "1")
                    .open(space());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
