package org.rote.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rote.spi.Atoms;
import org.rote.spi.Covariance;
import org.rote.spi.DenoiserJacobian;
import org.rote.spi.Density;
import org.rote.spi.Distribution;
import org.rote.spi.Drawable;
import org.rote.spi.NoisyScore;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.MixturePrior;

class CoordinatesTest {

    /** The same formulas in other units: some roundings. */
    private static final double ROUNDING = 1e-12;

    private static final AtomPrior ATOMS = new AtomPrior(new double[][] {{1e-7, 5, 3}, {3e-7, 5, 4}, {2e-7, 5, 8}});

    private static final MixturePrior MIXTURE =
            new MixturePrior(new double[] {1, 3}, new double[][] {{-1, 0.5}, {1, 0}}, new Covariance[] {
                Covariances.dense(2, new double[] {0.3, 0.1, 0.1, 0.2}), Covariances.diagonal(new double[] {0.5, 2})
            });

    @Test
    void standardizeByMeanAndSampleDeviationAndHoldWhatHasNoSpread() {
        Coordinates coordinates = Coordinates.standardizing(ATOMS, 3);
        double[] u = new double[3];
        coordinates.fromModel(new double[] {3e-7, 5, 8}, u);
        assertThat(coordinates.scale(0)).isCloseTo(1e-7, within(1e-19));
        assertThat(coordinates.scale(2)).isCloseTo(Math.sqrt(7), within(ROUNDING));
        assertThat(coordinates.scale(1)).isCloseTo(1e-6 * Math.sqrt(7), within(1e-18));
        assertThat(u).containsExactly(new double[] {1, 0, 3 / Math.sqrt(7)}, within(1e-9));
        coordinates.toModel(u, u);
        assertThat(u).containsExactly(new double[] {3e-7, 5, 8}, within(1e-14));
    }

    @Test
    void dividesNothingByZeroForASingleAtom() {
        for (double[] only : new double[][] {{0, 0}, {-2, 1}}) {
            for (Coordinates coordinates : new Coordinates[] {
                Coordinates.standardizing(new AtomPrior(only), 2), Coordinates.uniform(new AtomPrior(only), 2)
            }) {
                double[] u = new double[2];
                coordinates.fromModel(only, u);
                assertThat(u).containsExactly(0, 0);
                assertThat(coordinates.scale(0)).isPositive().isFinite();
            }
        }
    }

    @Test
    void countTheSpreadWithinComponentsToo() {
        Coordinates coordinates = Coordinates.standardizing(MIXTURE, 2);
        double means = 1.0 / (1 - 10.0 / 16); // over 1 − Σ w², w = (1/4, 3/4)
        assertThat(coordinates.scale(0))
                .isCloseTo(Math.sqrt(3.0 / 4 * means + 0.25 * 0.3 + 0.75 * 0.5), within(ROUNDING));
        assertThat(coordinates.scale(1))
                .isCloseTo(Math.sqrt(3.0 / 64 * means + 0.25 * 0.2 + 0.75 * 2), within(ROUNDING));
    }

    @Test
    void densityOfAMixtureChangesByTheVolume() {
        Coordinates coordinates = Coordinates.standardizing(MIXTURE, 2);
        Distribution scaled = coordinates.of(MIXTURE, RunExecutor.SERIAL);
        double[] x = {0.3, -0.8};
        double[] u = new double[2];
        coordinates.fromModel(x, u);
        double volume = Math.log(coordinates.scale(0) * coordinates.scale(1));
        assertThat(scaled.capability(Density.class).orElseThrow().logDensity(u))
                .isCloseTo(MIXTURE.logDensity(x) + volume, within(ROUNDING));
    }

    @Test
    void scoresAndJacobiansOfOneScaleAreThoseOfTheTransformedParts() {
        Coordinates coordinates = Coordinates.uniform(ATOMS, 3);
        Distribution byScore = coordinates.of(ATOMS, RunExecutor.SERIAL);
        Distribution byAtoms = coordinates.of(new SupportOnly(ATOMS), RunExecutor.SERIAL);
        assertThat(byAtoms.capability(Atoms.class)).isPresent();
        double[] states = {0.1, -0.4, 0.3, 1, 0.2, 0};
        double[] directions = {1, 0.5, -2, 0, 1, 1};
        double[] expected = new double[6];
        double[] got = new double[6];
        byAtoms.capability(NoisyScore.class).orElseThrow().scores(states, 2, 0.7, expected);
        byScore.capability(NoisyScore.class).orElseThrow().scores(states, 2, 0.7, got);
        assertThat(got).containsExactly(expected, within(1e-9));
        byAtoms.capability(DenoiserJacobian.class).orElseThrow().products(states, directions, 2, 0.7, expected);
        byScore.capability(DenoiserJacobian.class).orElseThrow().products(states, directions, 2, 0.7, got);
        assertThat(got).containsExactly(expected, within(1e-9));
    }

    @Test
    void findOneScaleByDraws() {
        Drawable drawable = (random, out) -> {
            out[0] = 10 + 3 * random.nextGaussian();
            out[1] = 4 * random.nextGaussian();
        };
        Coordinates coordinates = Coordinates.uniform(drawable, 2, new SplittableRandom(5));
        // Five standard errors of 512 squares: √(2/512) · 5 / 2.
        assertThat(coordinates.scale(0)).as("seed 5").isCloseTo(Math.sqrt(12.5), within(0.16 * Math.sqrt(12.5)));
        assertThat(coordinates.isUniform()).isTrue();
    }

    @Test
    void saysWhatHasNoScaleForEachUnknown() {
        Coordinates coordinates = Coordinates.standardizing(ATOMS, 3);
        Distribution scoreOnly = new ScoreOnly(ATOMS);
        assertThatThrownBy(() -> coordinates.of(scoreOnly, RunExecutor.SERIAL))
                .isInstanceOf(NumericsException.class)
                .hasMessage("a scale for each unknown needs a prior with atoms or components; use one scale for all");
        assertThat(Coordinates.canStandardize(wide(1500))).isTrue();
        assertThat(Coordinates.canStandardize(wide(1501))).isFalse();
    }

    private static MixturePrior wide(int size) {
        return MixturePrior.gaussian(
                new double[size],
                Covariances.lowRank(
                        1, size, 1, new SplittableRandom(1).doubles(size).toArray()));
    }

    /** Atoms without the score that their author offers. */
    private record SupportOnly(AtomPrior prior) implements Distribution {
        @Override
        public Space space() {
            return prior.space();
        }

        @Override
        public <C> Optional<C> capability(Class<C> type) {
            return type == Atoms.class ? prior.capability(type) : Optional.empty();
        }
    }

    /** The score without the atoms. */
    private record ScoreOnly(AtomPrior prior) implements Distribution {
        @Override
        public Space space() {
            return prior.space();
        }

        @Override
        public <C> Optional<C> capability(Class<C> type) {
            return type == NoisyScore.class ? prior.capability(type) : Optional.empty();
        }
    }
}
