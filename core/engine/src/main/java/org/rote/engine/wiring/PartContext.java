package org.rote.engine.wiring;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.rote.spi.Context;
import org.rote.spi.Parameterization;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;

/**
 * What one section is lent while its part is created.
 *
 * @param streams the section's own randomness
 * @param place where the part must live
 * @param noiseFree the data for a noise model, computed when first asked for
 * @param executor the study's
 * @param warnings where the part's warnings go
 * @param notes where its notes go
 */
record PartContext(
        SeededStreams streams,
        Place place,
        Supplier<Optional<double[]>> noiseFree,
        RunExecutor executor,
        Consumer<String> warnings,
        Consumer<String> notes)
        implements Context {

    @Override
    public Space space() {
        return place.space()
                .orElseThrow(() -> new IllegalStateException(
                        "operators and reports are not given a space: operators define them"));
    }

    @Override
    public Optional<Parameterization> parameterization() {
        return place.parameterization();
    }

    @Override
    public Optional<double[]> data() {
        return noiseFree.get();
    }

    @Override
    public void warn(String message) {
        warnings.accept(message);
    }

    @Override
    public void note(String message) {
        notes.accept(message);
    }

    @Override
    public RandomGenerator random(String task, long index) {
        return streams.random(task, index);
    }
}
