package org.rote.engine.wiring;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.rote.engine.manifest.Section;
import org.rote.spi.NoiseModel;
import org.rote.spi.SeededStreams;

/**
 * One observation under one forward map: given, or made from a truth. Synthetic data are computed when they are first asked for, so that checking a study costs no
 * wave propagation unless a part, such as noise relative to the data, asks for them. Their noise depends on the seed, the observation and the number of the truth alone: all cases see the same data.
 */
public final class ObservedData {

    private final ForwardMap map;
    private final Optional<Truth> truth;
    private final boolean noiseFree;
    private final Supplier<RandomGenerator> random;
    private Optional<double[]> clean;

    private ObservedData(
            ForwardMap map,
            Optional<Truth> truth,
            Optional<double[]> given,
            boolean noiseFree,
            Supplier<RandomGenerator> random) {
        this.map = map;
        this.truth = truth;
        this.clean = given;
        this.noiseFree = noiseFree;
        this.random = random;
    }

    static ObservedData given(ForwardMap map, double[] data) {
        return new ObservedData(map, Optional.empty(), Optional.of(data), true, () -> {
            throw new IllegalStateException("data that are given get no noise");
        });
    }

    static ObservedData synthetic(ForwardMap map, Truth truth, boolean noiseFree, SeededStreams streams, int number) {
        return new ObservedData(
                map, Optional.of(truth), Optional.empty(), noiseFree, () -> streams.random("noise", number));
    }

    /**
     * The forward map that the data are observed through.
     *
     * @return operator and parameterization
     */
    public ForwardMap map() {
        return map;
    }

    /**
     * The truth as a model.
     *
     * @return a point of the operator's domain, or empty where data were given
     */
    public Optional<double[]> trueModel() {
        return truth.map(Truth::model);
    }

    /**
     * The truth as a point of the posterior's space.
     *
     * @return the point, or empty where there is none or it cannot be found
     */
    public Optional<double[]> truePoint() {
        return truth.flatMap(Truth::point);
    }

    /**
     * The data as given, or without noise.
     *
     * @return the same array each time; not to be changed
     */
    public synchronized double[] clean() {
        if (clean.isEmpty()) {
            clean = Optional.of(map.forward(truth.orElseThrow().model()));
        }
        return clean.orElseThrow();
    }

    /**
     * The data as given, or with a draw of the noise.
     *
     * @param section the section of the noise
     * @param noise the noise
     * @return the data
     */
    public double[] noisy(Section<NoiseModel> section, NoiseModel noise) {
        double[] predicted = clean();
        if (noiseFree) {
            return predicted;
        }
        return section.call("draw", () -> {
            double[] data = new double[predicted.length];
            noise.draw(predicted, random.get(), data);
            NonFinite.refuse(data, noise.space(), "a draw of noise \"" + section.name() + "\"");
            return data;
        });
    }
}
