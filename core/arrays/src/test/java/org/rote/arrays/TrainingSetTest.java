package org.rote.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A real training set of 5000 velocity models: skipped where the folder of shared data is absent. */
class TrainingSetTest {
    @Test
    void readsFiveThousandVelocityModelsAsFloats() throws IOException {
        String shared = System.getProperty("rote.shared", "");
        Path path = Path.of(shared, "data", "openfwi_curvevel_a_train.npy.gz");
        assumeTrue(!shared.isEmpty() && Files.exists(path), "the shared training set is not here");
        try (NpyReader reader = NpyReader.open(path)) {
            assertThat(reader.header().type()).isEqualTo(ElementType.UINT16);
            assertThat(reader.header().shape()).isEqualTo(Shape.of(5000, 70, 70));
            float[] velocities = reader.readAllFloats();
            float slowest = Float.POSITIVE_INFINITY;
            float fastest = 0;
            for (float velocity : velocities) {
                slowest = Math.min(slowest, velocity);
                fastest = Math.max(fastest, velocity);
            }
            assertThat(velocities).hasSize(24_500_000);
            assertThat(slowest).isEqualTo(1500);
            assertThat(fastest).isEqualTo(4500);
        }
    }
}
