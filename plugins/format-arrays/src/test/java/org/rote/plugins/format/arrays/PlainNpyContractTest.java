package org.rote.plugins.format.arrays;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.ElementType;
import org.rote.arrays.Shape;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Dataset;
import org.rote.spi.Space;
import org.rote.testkit.DatasetContract;

class PlainNpyContractTest extends DatasetContract {

    @TempDir
    private Path folder;

    @Override
    protected Space space() {
        return WaveSpeed.SQUARED_SLOWNESS.in(ArrayFiles.VELOCITY);
    }

    @Override
    protected Dataset dataset() {
        try {
            Path file = ArrayFiles.plain(folder, ElementType.FLOAT32, Shape.of(7, 3, 2), ArrayFiles.counting(42));
            return ArrayFiles.Section.of(file)
                    .withAxes("z", "x")
                    .withUnit("km/s")
                    .withQuantity(WaveSpeed.VELOCITY)
                    .withTake("6", "0..4 step 2", "1")
                    .open(space());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
