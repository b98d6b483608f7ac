package org.rote.operators.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.spi.Axis;
import org.rote.spi.Element;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Space;

class RecordingTest {

    @ParameterizedTest
    @CsvSource({"1, 0.001, 1001", "0.3, 0.1, 4", "0.35, 0.1, 4", "2, 2, 2", "0.7, 0.0007, 1001"})
    void countsBothEnds(double duration, double sampling, int samples) {
        Recording recording = new Recording(duration, sampling, Optional.empty());
        assertThat(recording.samples()).isEqualTo(samples);
        assertThat(recording.axis()).isEqualTo(new Axis("time", "s", samples, sampling, 0));
    }

    @Test
    void gathersAreOfShotsReceiversAndTimes() {
        List<Position> receivers = List.of(new Position(1, 2), new Position(3, 2), new Position(5, 2));
        List<Shot> shots = List.of(new Shot(new Position(0, 0), receivers), new Shot(new Position(9, 0), receivers));
        Space space = new Recording(1, 0.25, Optional.empty()).gathers(shots);
        assertThat(space.shape()).containsExactly(2, 3, 5);
        assertThat(space.element()).isEqualTo(Element.FLOAT32);
        assertThat(space.axes().stream().map(Axis::name)).containsExactly("shot", "receiver", "time");
    }

    @Test
    void warnsOfWavesThatItsSamplesCannotCarry() {
        Pulse ricker = new Wavelet.Ricker(20, Optional.empty()).pulse("wavelet");
        assertThat(new Recording(1, 0.009, Optional.empty()).aliasing(ricker)).isEmpty();
        assertThat(new Recording(1, 0.01, Optional.empty()).aliasing(ricker).orElseThrow())
                .isEqualTo("samples every 0.0100 s carry waves up to 50.0 Hz, but the wavelet has some up to 55.3 Hz,"
                        + " which are recorded as lower ones; sample every 0.00903 s or less");
    }

    /** Rounded to the nearest, every other one would be warned of again. */
    @ParameterizedTest
    @ValueSource(doubles = {5, 12, 14, 17, 20, 30})
    void advisesASamplingThatIsCloseEnough(double peak) {
        Pulse ricker = new Wavelet.Ricker(peak, Optional.empty()).pulse("wavelet");
        String warning =
                new Recording(1, 0.5, Optional.empty()).aliasing(ricker).orElseThrow();
        double advised = Double.parseDouble(warning.replaceFirst(".*sample every ([0-9.e-]+) s or less", "$1"));
        assertThat(new Recording(1, advised, Optional.empty()).aliasing(ricker)).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrong() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Recording(-1, 0, Optional.of(-0.001)))
                .withMessage("duration: must be greater than 0, got -1.0 (give a positive number); "
                        + "sampling: must be greater than 0, got 0.0 (give a positive number); "
                        + "step: must be greater than 0, got -0.001 (give a positive number)");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Recording(1, 2, Optional.empty()))
                .withMessage("sampling: must be at most the duration, 1.0 s, got 2.0 s (record longer, or more often)");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Recording(1e9, 1e-3, Optional.empty()))
                .withMessage("sampling: makes 1.0E12 samples (record shorter, or less often)");
    }
}
