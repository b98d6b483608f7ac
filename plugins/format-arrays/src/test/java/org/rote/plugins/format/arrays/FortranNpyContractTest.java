package org.rote.plugins.format.arrays;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.rote.spi.Dataset;
import org.rote.spi.Space;
import org.rote.testkit.DatasetContract;

class FortranNpyContractTest extends DatasetContract {

    @TempDir
    private Path folder;

    @Override
    protected Space space() {
        return ArrayFiles.VELOCITY;
    }

    @Override
    protected Dataset dataset() {
        try {
            Path file = ArrayFiles.withHeader(folder, true, "(7, 2, 3)", ArrayFiles.counting(42));
            return ArrayFiles.Section.of(file).open(space());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
