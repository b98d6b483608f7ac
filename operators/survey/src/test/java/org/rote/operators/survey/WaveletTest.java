package org.rote.operators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.spi.Checks;
import org.rote.spi.InvalidInputException;

class WaveletTest {

    private static final double ROUNDING = 1e-14;
    /** The spectrum is searched four times finer than the length of a wavelet resolves, and interpolated. */
    private static final double HZ = 0.1;

    @TempDir
    private Path folder;

    @Test
    void rickerIsOneAtItsDelayAndCrossesZeroWhereItShould() {
        Pulse ricker = new Wavelet.Ricker(15, Optional.of(0.08)).pulse("wavelet");
        assertThat(ricker.at(0.08)).isEqualTo(1);
        double crossing = 1 / (Math.PI * 15 * Math.sqrt(2));
        assertThat(ricker.at(0.08 + crossing)).isCloseTo(0, within(ROUNDING));
        assertThat(ricker.at(0.05)).isCloseTo(ricker.at(0.11), within(ROUNDING));
        assertThat(ricker.at(-1e-9)).isZero();
        assertThat(ricker.duration()).isCloseTo(0.18, within(ROUNDING));
        assertThat(ricker.at(0.18)).isNotZero().isCloseTo(0, within(1e-7));
        assertThat(ricker.at(0.1801)).isZero();
    }

    /** The spectrum is y exp(1 − y) of its peak at f = √y times the peak frequency, which is 0.01 at y = 7.6384. */
    @Test
    void rickerHasTheFrequenciesOfItsFormula() {
        Pulse ricker = new Wavelet.Ricker(15, Optional.empty()).pulse("wavelet");
        assertThat(ricker.peakFrequency()).isCloseTo(15, within(HZ));
        double y = 7.6384;
        assertThat(y * Math.exp(1 - y)).isCloseTo(0.01, within(1e-6));
        assertThat(ricker.highestFrequency()).isCloseTo(15 * Math.sqrt(y), within(HZ));
        assertThat(Math.abs(ricker.at(0))).isLessThan(2.1e-5);
    }

    @Test
    void aWaveletThatBeginsWithAJumpHasHigherFrequencies() {
        Pulse whole = new Wavelet.Ricker(15, Optional.empty()).pulse("wavelet");
        Pulse half = new Wavelet.Ricker(15, Optional.of(0.0)).pulse("wavelet");
        assertThat(half.highestFrequency()).isGreaterThan(1.5 * whole.highestFrequency());
    }

    @Test
    void ormsbyHasATrapezoidForItsSpectrum() {
        double delay = 0.5;
        Pulse ormsby = new Wavelet.Ormsby(List.of(5.0, 10.0, 40.0, 60.0), delay).pulse("wavelet");
        assertThat(ormsby.at(delay)).isEqualTo(1);
        assertThat(ormsby.at(delay - 0.1)).isCloseTo(ormsby.at(delay + 0.1), within(1e-13));
        assertThat(ormsby.at(0)).isCloseTo(0, within(ROUNDING));
        assertThat(ormsby.duration()).isEqualTo(2 * delay);
        double level = amplitude(ormsby, 25);
        double rounded = 0.02;
        assertThat(amplitude(ormsby, 15) / level).isCloseTo(1, within(rounded));
        assertThat(amplitude(ormsby, 7.5) / level).isCloseTo(0.5, within(rounded));
        assertThat(amplitude(ormsby, 50) / level).isCloseTo(0.5, within(rounded));
        assertThat(amplitude(ormsby, 2) / level).isCloseTo(0, within(rounded));
        assertThat(amplitude(ormsby, 65) / level).isCloseTo(0, within(rounded));
        assertThat(ormsby.highestFrequency()).isBetween(59.0, 62.0);
        assertThat(ormsby.peakFrequency()).isBetween(10.0, 40.0);
    }

    @Test
    void aFileIsItsValuesAndSmoothBetweenThem() throws IOException {
        Pulse ricker = new Wavelet.Ricker(15, Optional.of(0.08)).pulse("wavelet");
        double sampling = 0.004;
        StringBuilder text = new StringBuilder("# a Ricker wavelet\n\n");
        for (int i = 0; i <= 45; i++) {
            text.append(ricker.at(i * sampling)).append('\n');
        }
        Pulse file = file(text.toString(), sampling, Optional.of(0.1)).pulse("wavelet");
        assertThat(file.duration()).isCloseTo(0.28, within(ROUNDING));
        for (int i = 0; i <= 45; i++) {
            assertThat(file.at(0.1 + i * sampling)).isCloseTo(ricker.at(i * sampling), within(ROUNDING));
        }
        // The error that Interpolation.SINC states for 4 samples in a period.
        double sinc = 0.0015;
        for (double t = 0.03; t < 0.15; t += 0.0003) {
            assertThat(file.at(0.1 + t)).isCloseTo(ricker.at(t), within(sinc));
        }
        assertThat(file.at(0.0999)).isZero();
        assertThat(file.peakFrequency()).isCloseTo(15, within(2 * HZ));
        assertThat(file.highestFrequency()).isCloseTo(ricker.highestFrequency(), within(2 * HZ));
    }

    @Test
    void aFileWhoseSpectrumReachesItsNyquistFrequencySaysSo() throws IOException {
        Pulse spike = file("0\n1\n0\n", 0.002, Optional.empty()).pulse("wavelet");
        assertThat(spike.highestFrequency()).isEqualTo(250);
    }

    @Test
    void aFileNamesEveryLineThatIsWrong() throws IOException {
        Path file = folder.resolve("wavelet.txt");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () -> file("0.5\n1,2\n\nNaN\n", 0.002, Optional.empty()).pulse("wavelet"))
                .withMessage("wavelet.file: " + file + ", line 2: must be a finite number, got \"1,2\""
                        + " (write one value on each line); wavelet.file: " + file
                        + ", line 4: must be a finite number, got \"NaN\" (write one value on each line)");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> file("1\n", 0.002, Optional.empty()).pulse("wavelet"))
                .withMessage("wavelet.file: " + file + " holds 1 values (give at least two)");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> file("0\n0\n", 0.002, Optional.empty()).pulse("wavelet"))
                .withMessage("wavelet.file: " + file + " holds nothing but zeros"
                        + " (give a wavelet that sends something)");
    }

    @Test
    void nameEverythingThatIsWrong() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Wavelet.Ricker(0, Optional.of(-1.0)))
                .withMessage("peak-frequency: must be greater than 0, got 0.0 (give a positive number); "
                        + "delay: must be at least 0 s, got -1.0 s (give the time at which it comes)");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Wavelet.Ormsby(List.of(-1.0, 10.0, 10.0), 0))
                .withMessage("delay: must be greater than 0, got 0.0 (give a positive number); "
                        + "frequencies: must be four, got 3"
                        + " (give those where the spectrum begins to rise, is up, begins to fall and is down); "
                        + "frequencies[0]: must be at least 0 Hz, got -1.0 Hz (give four that rise); "
                        + "frequencies[2]: must be above the one before it, 10.0 Hz, got 10.0 Hz"
                        + " (give four that rise)");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Wavelet.File(folder, 0, Optional.of(-1.0)))
                .withMessageContaining("sampling: must be greater than 0, got 0.0")
                .withMessageContaining("delay: must be at least 0 s, got -1.0 s");
    }

    @Test
    void tellsThatItLastsLongerThanTheRecord() {
        Pulse ricker = new Wavelet.Ricker(15, Optional.of(0.08)).pulse("wavelet");
        Checks enough = new Checks();
        ricker.checkWithin(enough, "wavelet", new Recording(0.2, 0.001, Optional.empty()));
        assertThatCode(enough::verify).doesNotThrowAnyException();
        Checks tooShort = new Checks();
        ricker.checkWithin(tooShort, "wavelet", new Recording(0.1, 0.001, Optional.empty()));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(tooShort::verify)
                .withMessage("wavelet: lasts 0.18 s, longer than the record of 0.1 s"
                        + " (record longer, or give a wavelet of higher frequency or less delay)");
    }

    private Wavelet file(String text, double sampling, Optional<Double> delay) throws IOException {
        return new Wavelet.File(Files.writeString(folder.resolve("wavelet.txt"), text), sampling, delay);
    }

    /** |∫ w exp(−2πi f t) dt| by sums of 4 000 samples. */
    private static double amplitude(Pulse pulse, double frequency) {
        double real = 0;
        double imaginary = 0;
        int count = 4000;
        for (int i = 0; i <= count; i++) {
            double t = i * pulse.duration() / count;
            real += pulse.at(t) * Math.cos(2 * Math.PI * frequency * t);
            imaginary += pulse.at(t) * Math.sin(2 * Math.PI * frequency * t);
        }
        return Math.hypot(real, imaginary) / count;
    }
}
