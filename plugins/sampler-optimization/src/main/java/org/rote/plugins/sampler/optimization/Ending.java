package org.rote.plugins.sampler.optimization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rote.spi.Sink;

/**
 * How a stage ended. Kept as array {@code stages}, [stage][column] with the columns corner frequency in Hz, NaN for none, and {@link StopReason} by its number.
 *
 * @param lowPass the corner of its filter in Hz
 * @param reason why it ended
 */
record Ending(Optional<Double> lowPass, StopReason reason) {

    static final String NAME = "stages";

    private static final int COLUMNS = 2;

    static Ending of(Stage stage, StopReason reason) {
        return new Ending(stage.lowPass(), reason);
    }

    static double[] values(List<Ending> endings) {
        double[] values = new double[endings.size() * COLUMNS];
        for (int i = 0; i < endings.size(); i++) {
            values[i * COLUMNS] = endings.get(i).lowPass().orElse(Double.NaN);
            values[i * COLUMNS + 1] = endings.get(i).reason().number();
        }
        return values;
    }

    static List<Ending> all(double[] values) {
        List<Ending> endings = new ArrayList<>();
        for (int first = 0; first < values.length; first += COLUMNS) {
            Optional<Double> corner = Optional.of(values[first]).filter(Double::isFinite);
            endings.add(new Ending(corner, StopReason.of((int) values[first + 1])));
        }
        return endings;
    }

    static void send(List<Ending> endings, Sink sink) {
        sink.array(NAME, new int[] {endings.size(), COLUMNS}, values(endings));
    }

    String stage() {
        return lowPass.map(frequency -> "below " + frequency + " Hz").orElse("all frequencies");
    }
}
