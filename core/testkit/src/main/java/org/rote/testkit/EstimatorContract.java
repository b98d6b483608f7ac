package org.rote.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.spi.Chain;
import org.rote.spi.Draws;
import org.rote.spi.EstimatorFactory;
import org.rote.spi.Sampler;

/**
 * What every {@link Sampler} of an {@link EstimatorFactory} must do, besides what {@link ChainContract} asks. Checked: a chain gives one draw and ends; that draw is the mean of
 * a Gaussian posterior, which is its mode and its median too.
 */
public abstract class EstimatorContract extends ChainContract {

    /** For subclasses. */
    protected EstimatorContract() {}

    /**
     * What to estimate. Override it for an estimator that none of the usual ones suits.
     *
     * @return Gaussian posteriors with known moments
     */
    @Override
    protected List<KnownPosterior> posteriors() {
        return KnownPosterior.gaussian();
    }

    /**
     * How far the estimate may be from the mean.
     *
     * @return a share of the posterior standard deviation of each unknown
     */
    protected abstract double tolerance();

    /** One. */
    @Override
    protected final int draws() {
        return 1;
    }

    @Test
    void givesOneDrawWhichIsTheMeanOfAGaussianPosterior() {
        for (KnownPosterior known : sampled()) {
            List<Draws> given = untilTheEnd(known);
            int count = given.stream().mapToInt(Draws::count).sum();
            compare.holds(count == 1, known.name() + ": gave " + count + " draws, an estimate is one");
            double[] estimate = given.get(given.size() - 1).values();
            for (int i = 0; i < estimate.length; i++) {
                compare.close(
                        known.name() + ": estimate of unknown " + i,
                        known.mean()[i],
                        estimate[i],
                        tolerance() * Math.sqrt(known.covariance()[i][i]));
            }
        }
    }

    /** All pieces of work that gave draws, until the chain ends. */
    private List<Draws> untilTheEnd(KnownPosterior known) {
        List<Draws> given = new ArrayList<>();
        try (Chain chain = start(known, context())) {
            for (int piece = 0; piece < MOST_PIECES; piece++) {
                Optional<Draws> next = chain.advance(1);
                if (next.isEmpty()) {
                    return given;
                }
                next.filter(draws -> draws.count() > 0).ifPresent(given::add);
            }
        }
        compare.holds(false, known.name() + ": the chain does not end in " + MOST_PIECES + " pieces of work");
        return given;
    }
}
