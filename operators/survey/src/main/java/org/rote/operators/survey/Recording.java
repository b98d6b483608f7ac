package org.rote.operators.survey;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.Doc;
import org.rote.spi.Element;
import org.rote.spi.Space;
import org.rote.spi.Unit;

/**
 * How long and how often is recorded: samples at 0, sampling, 2 sampling … up to the duration, both ends included where the duration is a multiple of the sampling.
 *
 * @param duration of the record in s, positive
 * @param sampling between samples in s, positive, at most the duration
 * @param step of the computation in s, positive; chosen by the operator where it is left out
 */
public record Recording(
        @Doc("of the record") @Unit("s") double duration,

        @Doc("time between samples, the first at 0 s") @Unit("s")
        double sampling,

        @Doc("internal time step; left out, the operator chooses a stable one") @Unit("s")
        Optional<Double> step) {

    /** A duration that lacks this part of a sampling to a multiple is one: decimal numbers are seldom exact. */
    private static final double ON_SAMPLE = 1e-6;

    /** Figures of what a number is to be at most. */
    private static final MathContext THREE_OF_LESS = new MathContext(3, RoundingMode.DOWN);

    /** Checks the ranges stated above; throws {@link org.rote.spi.InvalidInputException} with every offending value. */
    public Recording {
        Checks checks = new Checks().positive("duration", duration).positive("sampling", sampling);
        step.ifPresent(value -> checks.positive("step", value));
        checks.that(
                !(sampling > duration && duration > 0),
                "sampling",
                "must be at most the duration, " + duration + " s, got " + sampling + " s",
                "record longer, or more often");
        checks.that(
                !(duration / sampling >= Integer.MAX_VALUE),
                "sampling",
                "makes " + duration / sampling + " samples",
                "record shorter, or less often");
        checks.verify();
    }

    /**
     * The number of samples.
     *
     * @return at least 2
     */
    public int samples() {
        return (int) Math.floor(duration / sampling + ON_SAMPLE) + 1;
    }

    /**
     * The axis {@code time}.
     *
     * @return in s, from 0
     */
    public Axis axis() {
        return new Axis("time", "s", samples(), sampling, 0);
    }

    /**
     * Warns of waves that the samples cannot carry.
     *
     * @param pulse what is sent
     * @return a sentence, or empty where the samples are close enough
     */
    public Optional<String> aliasing(Pulse pulse) {
        double nyquist = 1 / (2 * sampling);
        double highest = pulse.highestFrequency();
        return highest <= nyquist
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "samples every %.3g s carry waves up to %.3g Hz, but the wavelet has some up to %.3g Hz, which are"
                                + " recorded as lower ones; sample every %.3g s or less",
                        sampling,
                        nyquist,
                        highest,
                        new BigDecimal(1 / (2 * highest)).round(THREE_OF_LESS)));
    }

    /**
     * What is recorded of all shots.
     *
     * @param shots at least one, all with equally many receivers
     * @return gathers [shot][receiver][time], in single precision in files
     */
    public Space gathers(List<Shot> shots) {
        return new Space(
                List.of(
                        Axis.index("shot", shots.size()),
                        Axis.index("receiver", shots.get(0).receivers().size()),
                        axis()),
                "wavefield",
                "1",
                Element.FLOAT32);
    }
}
