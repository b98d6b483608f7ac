package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.rote.spi.Atoms;
import org.rote.spi.Components;
import org.rote.spi.Density;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.NoisyScore;
import org.rote.spi.Prior;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;

class DerivationsTest {

    private static final double[] SUPPORT = {-1, 0.5, 2};
    private static final double[] WEIGHTS = {0.5, 0.3, 0.2};

    private static class Points implements Prior, Atoms {
        @Override
        public Space space() {
            return Space.vector(1);
        }

        @Override
        public int count() {
            return SUPPORT.length;
        }

        @Override
        public void atom(int n, double[] out) {
            out[0] = SUPPORT[n];
        }

        @Override
        public double logWeight(int n) {
            return Math.log(WEIGHTS[n]);
        }

        @Override
        public String identity() {
            return "points";
        }
    }

    private static final class PointsThatDraw extends Points implements Drawable {
        @Override
        public void draw(RandomGenerator random, double[] out) {
            out[0] = 42;
        }
    }

    /** Hands its capabilities out instead of implementing them. */
    private record Holder(Object capability) implements Prior {
        @Override
        public Space space() {
            return Space.vector(1);
        }

        @Override
        public <C> Optional<C> capability(Class<C> type) {
            return type.isInstance(capability) ? Optional.of(type.cast(capability)) : Optional.empty();
        }
    }

    private static final class Parabola implements DifferentiableDensity {
        @Override
        public double logDensity(double[] x) {
            return -x[0] * x[0];
        }

        @Override
        public void score(double[] x, double[] out) {
            out[0] = -2 * x[0];
        }
    }

    private static Prior derive(Prior prior) {
        return Derivations.of(prior, RunExecutor.SERIAL);
    }

    @Test
    void atomsGiveTheExactNoisyScore() {
        NoisyScore score = derive(new Points()).capability(NoisyScore.class).orElseThrow();
        double sigma = 0.7;
        double[] x = {-0.3, 1.1};
        double[] scores = new double[2];
        score.scores(x, 2, sigma, scores);

        for (int s = 0; s < 2; s++) {
            double density = 0;
            double slope = 0;
            for (int n = 0; n < 3; n++) {
                double gap = SUPPORT[n] - x[s];
                double term = WEIGHTS[n] * Math.exp(-0.5 * gap * gap / (sigma * sigma));
                density += term;
                slope += term * gap / (sigma * sigma);
            }
            assertThat(scores[s]).isCloseTo(slope / density, within(1e-14)); // rounding of three terms
        }
    }

    @Test
    void atomsAreDrawnByWeight() {
        long seed = 9;
        Drawable drawable = derive(new Points()).capability(Drawable.class).orElseThrow();
        RandomGenerator random = new SeededStreams(seed, "atoms").random("draw", 0);
        int draws = 20_000;
        int lowest = 0;
        double[] x = new double[1];
        for (int i = 0; i < draws; i++) {
            drawable.draw(random, x);
            assertThat(x[0]).as("seed %d", seed).isIn(-1.0, 0.5, 2.0);
            lowest += x[0] == -1 ? 1 : 0;
        }

        double fiveDeviations = 5 * Math.sqrt(draws * 0.25);
        assertThat((double) lowest).as("seed %d", seed).isCloseTo(draws * 0.5, within(fiveDeviations));
    }

    @Test
    void atomsHaveNoDensity() {
        assertThat(derive(new Points()).capability(Density.class)).isEmpty();
        assertThat(derive(new Points()).capability(DifferentiableDensity.class)).isEmpty();
    }

    @Test
    void componentsGiveDensityScoreAndDraws() {
        GaussianMixture mixture = GaussianMixture.around(new Points(), Space.vector(1), 0.25, RunExecutor.SERIAL);
        Prior onlyComponents = new Holder((Components) new ComponentsOf(mixture));
        Prior prior = derive(onlyComponents);
        double[] x = {0.3};
        double[] expected = new double[1];
        double[] score = new double[1];
        mixture.score(x, expected);

        assertThat(prior.capability(Density.class).orElseThrow().logDensity(x)).isEqualTo(mixture.logDensity(x));
        prior.capability(DifferentiableDensity.class).orElseThrow().score(x, score);
        assertThat(score).containsExactly(expected);
        prior.capability(NoisyScore.class).orElseThrow().scores(x, 1, 0.5, score);
        mixture.scores(x, 1, 0.5, expected);
        assertThat(score).containsExactly(expected);
        assertThat(prior.capability(Drawable.class)).isPresent();
        assertThat(prior.capability(Atoms.class)).isEmpty();
    }

    private record ComponentsOf(GaussianMixture mixture) implements Components {
        @Override
        public int count() {
            return mixture.count();
        }

        @Override
        public double logWeight(int n) {
            return mixture.logWeight(n);
        }

        @Override
        public void mean(int n, double[] out) {
            mixture.mean(n, out);
        }

        @Override
        public org.rote.spi.Covariance covariance(int n) {
            return mixture.covariance(n);
        }
    }

    @Test
    void whatTheAuthorOffersIsKept() {
        PointsThatDraw own = new PointsThatDraw();
        Prior prior = derive(own);

        assertThat(prior.capability(Drawable.class)).containsSame(own);
        assertThat(prior.capability(Atoms.class)).containsSame(own);
        assertThat(prior.capability(NoisyScore.class)).isPresent();
    }

    @Test
    void aDifferentiableDensityIsADensity() {
        Parabola parabola = new Parabola();

        assertThat(derive(new Holder(parabola)).capability(Density.class)).containsSame(parabola);
        assertThat(derive(new OnlyDifferentiable(parabola)).capability(Density.class))
                .containsSame(parabola);
    }

    private record OnlyDifferentiable(Parabola parabola) implements Prior {
        @Override
        public Space space() {
            return Space.vector(1);
        }

        @Override
        public <C> Optional<C> capability(Class<C> type) {
            return type == DifferentiableDensity.class ? Optional.of(type.cast(parabola)) : Optional.empty();
        }
    }

    @Test
    void aDerivationIsMadeOnce() {
        Prior prior = derive(new Points());

        assertThat(prior.capability(NoisyScore.class))
                .containsSame(prior.capability(NoisyScore.class).orElseThrow());
    }

    @Test
    void derivesForDistributionsToo() {
        Distribution solution = Derivations.of((Distribution) new Points(), RunExecutor.SERIAL);

        assertThat(solution.capability(Drawable.class)).isPresent();
        assertThat(solution.space()).isEqualTo(Space.vector(1));
    }

    @Test
    void denoiserIsTheMeanGivenTheNoisyState() {
        NoisyScore score = derive(new Points()).capability(NoisyScore.class).orElseThrow();
        double sigma = 0.7;
        double[] denoised = new double[1];
        new Denoiser(score, 1).denoise(new double[] {0.2}, 1, sigma, denoised);

        double sum = 0;
        double mean = 0;
        for (int n = 0; n < 3; n++) {
            double gap = SUPPORT[n] - 0.2;
            double term = WEIGHTS[n] * Math.exp(-0.5 * gap * gap / (sigma * sigma));
            sum += term;
            mean += term * SUPPORT[n];
        }
        assertThat(denoised[0]).isCloseTo(mean / sum, within(1e-14)); // rounding of three terms
    }
}
