package org.rote.engine.wiring;

import java.util.Optional;
import org.rote.engine.manifest.Section;
import org.rote.spi.Likelihood;
import org.rote.spi.NoiseModel;
import org.rote.spi.Posterior;
import org.rote.spi.Prior;

/** A posterior that all cases of the same parts share; made when the first of them needs it, which is when synthetic data are computed. */
public final class SharedPosterior {

    private final ForwardMap map;
    private final ObservedData observed;
    private final Section<NoiseModel> noiseSection;
    private final NoiseModel noise;
    private final Prior prior;
    private final boolean isTruthDrawnFromIt;
    private Optional<Posterior> made = Optional.empty();

    SharedPosterior(
            ForwardMap map,
            ObservedData observed,
            Section<NoiseModel> noiseSection,
            NoiseModel noise,
            Prior prior,
            boolean isTruthDrawnFromIt) {
        this.map = map;
        this.observed = observed;
        this.noiseSection = noiseSection;
        this.noise = noise;
        this.prior = prior;
        this.isTruthDrawnFromIt = isTruthDrawnFromIt;
    }

    /**
     * The posterior.
     *
     * @return the same one each time
     * @throws org.rote.spi.NumericsException when the synthetic data are not finite
     */
    public synchronized Posterior get() {
        if (made.isEmpty()) {
            made = Optional.of(with(observed.noisy(noiseSection, noise)));
        }
        return made.orElseThrow();
    }

    /** The same parts with data of zeros, to ask what they can do before anything is computed. */
    Posterior withoutData() {
        return with(new double[map.mapping().range().size()]);
    }

    private Posterior with(double[] data) {
        return new Posterior(prior, new Likelihood(map.mapping(), noise, data));
    }

    /**
     * The forward map.
     *
     * @return operator and parameterization
     */
    public ForwardMap map() {
        return map;
    }

    /**
     * The truth as a point of the posterior's space.
     *
     * @return the point, or empty
     */
    public Optional<double[]> truth() {
        return observed.truePoint();
    }

    /**
     * The truth as a model.
     *
     * @return a point of the operator's domain, or empty
     */
    public Optional<double[]> trueModel() {
        return observed.trueModel();
    }

    /**
     * Whether truth and data were drawn from its own parts, see {@link org.rote.spi.Case#isTruthOfPosterior}.
     *
     * @return true where they were
     */
    public boolean isTruthDrawnFromIt() {
        return isTruthDrawnFromIt;
    }
}
