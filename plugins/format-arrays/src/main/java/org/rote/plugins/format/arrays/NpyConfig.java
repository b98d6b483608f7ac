package org.rote.plugins.format.arrays;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rote.numerics.WaveSpeed;
import org.rote.spi.Checks;
import org.rote.spi.Doc;

/**
 * The data set {@code npy}.
 *
 * @param file a NumPy file, perhaps compressed, of shape (models, axes of a model …) or, for a single model, (axes of a model …)
 * @param axes the names of the axes of a model in the order of the file
 * @param unit the unit of the file's numbers
 * @param quantity the quantity of the file's numbers
 * @param take which models, see {@code describe npy}
 */
public record NpyConfig(
        @Doc("NumPy file, .npy or .npy.gz, of several models along the first axis, or of one without that axis")
        Path file,

        @Doc(
                "names of a model's axes in the order of the file, such as [z, x]; in the order of the operator when left out")
        Optional<List<String>> axes,

        @Doc("unit of the file's numbers, such as km/s; SI when left out")
        Optional<String> unit,

        @Doc("what the file's numbers are, where the operator works with another of these")
        Optional<WaveSpeed> quantity,

        @Doc("models to take, counted from 0: 17, 0..4999, 0..90 step 10, or a list of these; all when left out")
        Optional<List<String>> take) {

    /** Checks what can be checked without the file; throws {@link org.rote.spi.InvalidInputException}. */
    public NpyConfig {
        axes = axes.map(List::copyOf);
        take = take.map(List::copyOf);
        Checks checks = new Checks();
        new ArrayFileDataset.Keys(file, axes, unit, quantity, take).check(checks);
        checks.verify();
    }

    ArrayFileDataset.Keys keys() {
        return new ArrayFileDataset.Keys(file, axes, unit, quantity, take);
    }
}
