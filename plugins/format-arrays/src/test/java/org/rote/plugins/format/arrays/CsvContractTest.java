package org.rote.plugins.format.arrays;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Dataset;
import org.rote.spi.Space;
import org.rote.testkit.DatasetContract;
import org.rote.testkit.TestContext;

class CsvContractTest extends DatasetContract {

    @TempDir
    private Path folder;

    @Override
    protected Space space() {
        return ArrayFiles.VELOCITY;
    }

    @Override
    protected Dataset dataset() {
        try {
            Path file = Files.writeString(folder.resolve("m.csv"), "1,2,3,4,5,6\n7,8,9,8,7,6\n2,4,6,8,10,12\n");
            CsvConfig config = new CsvConfig(
                    file,
                    false,
                    ",",
                    Optional.of("s/km"),
                    Optional.of(WaveSpeed.SLOWNESS),
                    Optional.of(List.of("2", "0..1")));
            return new CsvFactory().create(config, TestContext.in(space()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
