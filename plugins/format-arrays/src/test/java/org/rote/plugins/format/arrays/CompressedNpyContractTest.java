package org.rote.plugins.format.arrays;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.rote.arrays.ElementType;
import org.rote.arrays.Shape;
import org.rote.spi.Dataset;
import org.rote.spi.Space;
import org.rote.testkit.DatasetContract;

class CompressedNpyContractTest extends DatasetContract {

    @TempDir
    private Path folder;

    @Override
    protected Space space() {
        return ArrayFiles.VELOCITY;
    }

    @Override
    protected Dataset dataset() {
        try {
            Path file = ArrayFiles.plain(folder, ElementType.UINT16, Shape.of(7, 2, 3), ArrayFiles.counting(42));
            return ArrayFiles.Section.of(ArrayFiles.compressed(file))
                    .withTake("5", "0..3")
                    .open(space());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
