package org.rote.plugins.sampler.optimization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Linearization;
import org.rote.spi.Mapping;
import org.rote.spi.Posterior;
import org.rote.spi.ResourceException;
import org.rote.spi.Space;
import org.rote.testkit.TestSamplerContext;

class MisfitTest {

    // central differences of a misfit of some thousands
    private static final double STEP = 1e-6;
    private static final double RELATIVE = 1e-6;

    private final Posterior posterior = Inversion.arrivals();
    private final TestSamplerContext context = new TestSamplerContext(1);

    private Misfit misfit(boolean prior, double... corner) {
        Optional<TimeFilter> filter = corner.length == 0
                ? Optional.empty()
                : Optional.of(TimeFilter.of(posterior.likelihood().mapping().range(), corner[0]));
        return new Misfit(
                posterior.likelihood(),
                prior ? posterior.prior().capability(DifferentiableDensity.class) : Optional.empty(),
                filter,
                Optional.empty(),
                context);
    }

    private static void verifyGradient(Misfit misfit) {
        double[] x = {0.1, 0.13};
        double[] gradient = new double[2];
        misfit.at(x, gradient);
        for (int i = 0; i < 2; i++) {
            double[] ahead = x.clone();
            double[] behind = x.clone();
            ahead[i] += STEP;
            behind[i] -= STEP;
            double difference = misfit.at(ahead, new double[2]) - misfit.at(behind, new double[2]);
            assertThat(gradient[i]).isCloseTo(difference / (2 * STEP), within(RELATIVE * Math.abs(gradient[i])));
        }
    }

    @Test
    void hasTheGradientOfItsValue() {
        verifyGradient(misfit(false));
        verifyGradient(misfit(true));
    }

    @Test
    void hasTheGradientOfItsValueBehindAFilter() {
        verifyGradient(misfit(false, 4));
        verifyGradient(misfit(true, 4));
    }

    @Test
    void isNoneAtTheTruthWithoutThePrior() {
        assertThat(misfit(false).at(Arrivals.TRUTH.clone(), new double[2])).isZero();
        assertThat(misfit(false, 4).at(Arrivals.TRUTH.clone(), new double[2])).isZero();
    }

    /** ½ ‖(F(x) − y)/γ‖², and over the number of data twice that. */
    @Test
    void countsResidualsInUnitsOfTheNoise() {
        double[] x = {0.1, 0.13};
        double[] predicted = new double[Arrivals.data().length];
        posterior.likelihood().mapping().forward(x, predicted);
        double sum = 0;
        for (int i = 0; i < predicted.length; i++) {
            sum += Math.pow((predicted[i] - Arrivals.data()[i]) / Inversion.NOISE, 2);
        }
        Misfit filtered = misfit(false, 4);
        assertThat(misfit(false).at(x, new double[2])).isCloseTo(sum / 2, within(1e-9 * sum));
        assertThat(filtered.at(x, new double[2])).isLessThan(sum / 2);
        assertThat(filtered.unfiltered(x)).isCloseTo(sum / predicted.length, within(1e-9 * sum));
        filtered.forget();
        assertThat(filtered.unfiltered(x)).isNaN();
    }

    /** A line search would take it for a step that is too long, and end as if no model were better. */
    @Test
    void letsTheFailureOfADevicePass() {
        Mapping broken = new Mapping() {
            @Override
            public Space domain() {
                return posterior.likelihood().mapping().domain();
            }

            @Override
            public Space range() {
                return posterior.likelihood().mapping().range();
            }

            @Override
            public void forward(double[] x, double[] out) {
                throw new ResourceException("the card failed");
            }

            @Override
            public Linearization linearize(double[] x) {
                throw new ResourceException("the card failed");
            }
        };
        Misfit misfit = new Misfit(
                Inversion.of(broken, Arrivals.data(), 0.1, 0.1).likelihood(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                context);
        assertThatThrownBy(() -> misfit.at(new double[] {0.1, 0.2}, new double[2]))
                .isInstanceOf(ResourceException.class)
                .hasMessage("the card failed");
    }

    @Test
    void hasNoValueWhereTheWavesCannotBeComputed() {
        Misfit misfit = misfit(false);
        assertThat(misfit.at(new double[] {0.1, -0.2}, new double[2])).isNaN();
        assertThat(misfit.failure()).isEqualTo("slowness must be greater than 0, got -0.2");
    }
}
