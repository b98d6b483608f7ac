package org.rote.operators.survey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rote.spi.Axis;
import org.rote.spi.Checks;
import org.rote.spi.Doc;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Unit;

/** What a source sends, as a function of time: how the manifest says it. */
public sealed interface Wavelet {

    /**
     * The function of time.
     *
     * @param key the key of this section, put in front of what is said to be wrong: {@code wavelet}
     * @return the wavelet, ready to be sampled
     * @throws InvalidInputException when a file cannot be read or holds something else, and says in which line
     */
    Pulse pulse(String key);

    /**
     * The second derivative of a Gaussian, w(t) = (1 − 2a²) exp(−a²), a = π f (t − delay), from t = 0 until it is below 1e-8.
     *
     * <p>Source: N. Ricker (1953), The form and laws of propagation of seismic wavelets, Geophysics 18(1), 10–40.
     *
     * @param peakFrequency f, where its spectrum is largest, in Hz, positive
     * @param delay time of its peak in s, at least 0; it begins with a jump where that is less than about 1.2 / f, which is what it is without a value
     */
    record Ricker(
            @Doc("frequency at which its spectrum is largest") @Unit("Hz")
            double peakFrequency,

            @Doc("time of its peak; 1.2 periods of the peak frequency without") @Unit("s")
            Optional<Double> delay)
            implements Wavelet {

        /** Periods before the peak at which it is 2e-5 of it. */
        private static final double BEFORE = 1.2;
        /** Periods after the peak at which it is below 1e-8 of it. */
        private static final double AFTER = 1.5;
        /** Its spectrum is below 1e-9 of the peak at half of so many times the peak frequency. */
        private static final double SAMPLES = 10;

        /** Checks the ranges stated above; throws {@link InvalidInputException} with every offending value. */
        public Ricker {
            Checks checks = new Checks().positive("peak-frequency", peakFrequency);
            delay.ifPresent(value -> checkDelay(checks, value));
            checks.verify();
        }

        @Override
        public Pulse pulse(String key) {
            double peak = delay.orElse(BEFORE / peakFrequency);
            return new Pulse(
                    t -> {
                        double a = Math.PI * peakFrequency * (t - peak);
                        return (1 - 2 * a * a) * Math.exp(-a * a);
                    },
                    peak + AFTER / peakFrequency,
                    1 / (SAMPLES * peakFrequency));
        }
    }

    /**
     * A wavelet whose spectrum is a trapezoid: from 0 at f₁ up to f₂, level to f₃, and down to 0 at f₄. With s(f) = f² sinc²(π f (t − delay)),
     *
     * <pre>  w(t) = π (s(f₄) − s(f₃)) / (f₄ − f₃) − π (s(f₂) − s(f₁)) / (f₂ − f₁),</pre>
     *
     * scaled to 1 at the delay. It is cut off by cos² (π (t − delay) / (2 delay)), so that it begins and ends smoothly, at 0 and at twice the delay; that rounds the corners by about 1 / delay.
     *
     * <p>Source: R. S. Ormsby (1961), Design of numerical filters with applications to missile data processing, Journal of the ACM 8(3), 440–466.
     *
     * @param frequencies f₁ … f₄ in Hz, at least 0, rising
     * @param delay time of its peak in s, positive
     */
    record Ormsby(
            @Doc("the four corners of its spectrum, rising") @Unit("Hz")
            List<Double> frequencies,

            @Doc("time of its peak, the middle of its length") @Unit("s")
            double delay)
            implements Wavelet {

        private static final double SAMPLES = 4;

        /** Checks the ranges stated above; throws {@link InvalidInputException} with every offending value. */
        public Ormsby {
            frequencies = List.copyOf(frequencies);
            Checks checks = new Checks()
                    .positive("delay", delay)
                    .that(
                            frequencies.size() == 4,
                            "frequencies",
                            "must be four, got " + frequencies.size(),
                            "give those where the spectrum begins to rise, is up, begins to fall and is down");
            for (int i = 0; i < frequencies.size(); i++) {
                double frequency = frequencies.get(i);
                double least = i == 0 ? 0 : frequencies.get(i - 1);
                checks.that(
                        Double.isFinite(frequency) && (i == 0 ? frequency >= 0 : frequency > least),
                        "frequencies[" + i + "]",
                        i == 0
                                ? "must be at least 0 Hz, got " + frequency + " Hz"
                                : "must be above the one before it, " + least + " Hz, got " + frequency + " Hz",
                        "give four that rise");
            }
            checks.verify();
        }

        @Override
        public Pulse pulse(String key) {
            double scale = at(0);
            return new Pulse(
                    t -> {
                        double taper = Math.cos(Math.PI * (t - delay) / (2 * delay));
                        return at(t - delay) / scale * taper * taper;
                    },
                    2 * delay,
                    1 / (SAMPLES * (frequencies.get(3) + 1 / delay)));
        }

        private double at(double t) {
            return Math.PI * (slope(3, t) - slope(1, t));
        }

        private double slope(int corner, double t) {
            double upper = frequencies.get(corner);
            double lower = frequencies.get(corner - 1);
            return (square(upper, t) - square(lower, t)) / (upper - lower);
        }

        private static double square(double frequency, double t) {
            double angle = Math.PI * frequency * t;
            double sinc = angle == 0 ? 1 : Math.sin(angle) / angle;
            return frequency * frequency * sinc * sinc;
        }
    }

    /**
     * From a text file with one value on each line, brought between its samples by a sinc in a Kaiser window. Empty lines and lines that begin with {@code #} are passed over. Before the first value and after the
     * last it is 0.
     *
     * @param file the file, UTF-8, at least two values
     * @param sampling time between values in s, positive
     * @param delay time of the first value in s, at least 0; 0 without a value
     */
    record File(
            @Doc("text file with one value on each line") Path file,

            @Doc("time between values") @Unit("s") double sampling,

            @Doc("time of the first value; 0 s without") @Unit("s")
            Optional<Double> delay)
            implements Wavelet {

        /** Checks the ranges stated above; throws {@link InvalidInputException} with every offending value. */
        public File {
            Checks checks = new Checks().positive("sampling", sampling);
            delay.ifPresent(value -> checkDelay(checks, value));
            checks.verify();
        }

        @Override
        public Pulse pulse(String key) {
            double[] values = read(new TextFile(file, key + ".file"));
            Axis times = new Axis("time", "s", values.length, sampling, delay.orElse(0.0));
            double end = times.at(times.count() - 1);
            return new Pulse(
                    t -> t < times.origin() || t > end
                            ? 0
                            : Interpolation.SINC.along(t, times).of(values),
                    end,
                    sampling);
        }

        private static double[] read(TextFile text) {
            List<Double> values = new ArrayList<>();
            for (TextFile.Line line : text.lines("one value on each line")) {
                double value = TextFile.number(line.text());
                if (!Double.isFinite(value)) {
                    text.wrong(
                            line,
                            "must be a finite number, got \"" + line.text() + "\"",
                            "write one value on each line");
                }
                values.add(value);
            }
            if (values.size() < 2) {
                text.wrong("holds " + values.size() + " values", "give at least two");
            } else if (values.stream().allMatch(value -> value == 0)) {
                text.wrong("holds nothing but zeros", "give a wavelet that sends something");
            }
            text.verify();
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private static void checkDelay(Checks checks, double delay) {
        checks.that(
                delay >= 0 && Double.isFinite(delay),
                "delay",
                "must be at least 0 s, got " + delay + " s",
                "give the time at which it comes");
    }
}
