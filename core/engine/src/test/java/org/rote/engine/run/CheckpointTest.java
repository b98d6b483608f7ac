package org.rote.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.spi.ChainState;

class CheckpointTest {

    @TempDir
    private Path directory;

    private static Checkpoint of(int length) {
        double[] x = new double[length];
        Arrays.setAll(x, Math::sqrt);
        ChainState state = new ChainState(Map.of("x", x, "empty", new double[0], "nan", new double[] {Double.NaN}));
        return new Checkpoint(12, 5, 3.25, List.of("misfit", "µ"), List.of("a warning"), state);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 200_000})
    void readsBackWhatItWrote(int length) throws IOException {
        Path file = directory.resolve("checkpoint.bin");
        Checkpoint written = of(length);
        written.write(file);
        Checkpoint read = Checkpoint.read(file).orElseThrow();
        assertThat(read.drawn()).isEqualTo(12);
        assertThat(read.kept()).isEqualTo(5);
        assertThat(read.seconds()).isEqualTo(3.25);
        assertThat(read.traces()).isEqualTo(written.traces());
        assertThat(read.warnings()).isEqualTo(written.warnings());
        assertThat(read.state().arrays().keySet())
                .isEqualTo(written.state().arrays().keySet());
        written.state()
                .arrays()
                .forEach((name, values) ->
                        assertThat(read.state().arrays().get(name)).isEqualTo(values));
        assertThat(AtomicFile.unfinished(file)).doesNotExist();
    }

    @Test
    void findsNoneWhereNoneIs() throws IOException {
        assertThat(Checkpoint.read(directory.resolve("checkpoint.bin"))).isEmpty();
    }

    @Test
    void refusesEveryDamage() throws IOException {
        Path file = directory.resolve("checkpoint.bin");
        of(3).write(file);
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            assertThatThrownBy(() -> Checkpoint.read(file))
                    .as("byte %d", i)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("damaged");
            Files.write(file, Arrays.copyOf(whole, i));
            assertThatThrownBy(() -> Checkpoint.read(file)).as("length %d", i).isInstanceOf(IOException.class);
        }
    }
}
