package org.rote.plugins.sampler.optimization;

import java.util.Optional;
import org.rote.spi.Checks;
import org.rote.spi.Doc;
import org.rote.spi.Unit;

/**
 * A part of an inversion.
 *
 * @param lowPass frequency in Hz at which the filter halves amplitudes; none for data as they are
 * @param iterations the most iterations of this stage
 */
public record Stage(
        @Doc(
                "frequency at which a zero-phase filter along time halves the amplitude of data and prediction; no filter if left out")
        @Unit("Hz")
        Optional<Double> lowPass,

        @Doc("the most iterations of this stage; as many as the sampler says if left out")
        Optional<Integer> iterations) {

    /** Checks the ranges. */
    public Stage {
        Checks checks = new Checks();
        lowPass.ifPresent(frequency -> checks.positive("low-pass", frequency));
        iterations.ifPresent(most -> checks.atLeast("iterations", most, 1));
        checks.verify();
    }

    /** For people: {@code below 3.0 Hz}. */
    String describe() {
        return lowPass.map(frequency -> "below " + frequency + " Hz").orElse("all frequencies");
    }
}
