package org.rote.plugins.format.arrays;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.rote.plugins.format.arrays.RawConfig.Bytes;
import org.rote.plugins.format.arrays.RawConfig.Element;
import org.rote.spi.Dataset;
import org.rote.spi.Space;
import org.rote.testkit.DatasetContract;

class RawContractTest extends DatasetContract {

    @TempDir
    private Path folder;

    @Override
    protected Space space() {
        return ArrayFiles.VELOCITY;
    }

    @Override
    protected Dataset dataset() {
        try {
            Path file = RawTest.write(folder, Element.FLOAT64, Bytes.BIG_ENDIAN, ArrayFiles.counting(42));
            return RawTest.Section.of(file)
                    .with(Element.FLOAT64, Bytes.BIG_ENDIAN)
                    .withAxes("z", "x")
                    .withTake("6", "0..4 step 2", "1")
                    .open(space());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
