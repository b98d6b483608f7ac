package org.rote.engine.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.rote.arrays.ArrayFileException;
import org.rote.arrays.Npy;
import org.rote.arrays.NpyArray;
import org.rote.engine.execution.Interrupt;
import org.rote.spi.Value;

/** Reads back what the sampler of a case wrote through its {@link ArraySink}, in this run or an earlier one. */
final class ArraySource {

    private final CaseDirectory directory;
    private final Interrupt interrupt;

    ArraySource(CaseDirectory directory, Interrupt interrupt) {
        this.directory = directory;
        this.interrupt = interrupt;
    }

    Optional<Value> array(String name) {
        ArraySink.check(name);
        Path file = directory.array(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            NpyArray array = Npy.read(file);
            int[] shape = Arrays.stream(array.shape().lengths())
                    .mapToInt(Math::toIntExact)
                    .toArray();
            return Optional.of(new Value(shape, array.values()));
        } catch (ArrayFileException e) {
            throw Storage.stop(interrupt, file, e);
        }
    }
}
