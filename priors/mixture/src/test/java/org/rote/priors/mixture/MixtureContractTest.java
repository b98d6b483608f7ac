package org.rote.priors.mixture;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.rote.numerics.Correlation;
import org.rote.priors.mixture.CovarianceConfig.Correlated;
import org.rote.priors.mixture.CovarianceConfig.Diagonal;
import org.rote.priors.mixture.CovarianceConfig.Full;
import org.rote.priors.mixture.CovarianceConfig.Isotropic;
import org.rote.priors.mixture.CovarianceConfig.LowRank;
import org.rote.spi.Axis;
import org.rote.spi.Distribution;
import org.rote.spi.Element;
import org.rote.spi.Space;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.PriorContract;
import org.rote.testkit.TestContext;

class MixtureContractTest {

    private static final Full FULL = new Full(List.of(List.of(1.0, 0.4), List.of(0.4, 0.5)), "1");
    private static final Diagonal DIAGONAL = new Diagonal(List.of("0.3", "1.1"));
    private static final Isotropic ISOTROPIC = new Isotropic("0.7");
    private static final LowRank LOW_RANK =
            new LowRank("0.3", new FixedPart<>("inline", InMemoryDataset.of(new double[] {1, -0.5})));

    private static Distribution mixture(CovarianceConfig... covariances) {
        List<List<String>> means =
                List.of(List.of("0", "0"), List.of("1", "-1"), List.of("-2", "0.5"), List.of("3", "1"));
        GaussianMixtureConfig config = new GaussianMixtureConfig(
                Optional.of(List.of(1.0, 2.0, 1.0, 0.5)),
                Optional.of(means),
                Optional.empty(),
                covariances.length == 1 ? Optional.of(covariances[0]) : Optional.empty(),
                covariances.length == 1 ? Optional.empty() : Optional.of(List.of(covariances)));
        return new GaussianMixtureFactory().create(config, TestContext.in(Space.vector(2)));
    }

    private static Distribution field(Correlation kernel) {
        Space space =
                new Space(List.of(Axis.metres("x", 4, 10), Axis.metres("z", 3, 5)), "value", "1", Element.FLOAT64);
        CovarianceConfig covariance = new Correlated("0.5", List.of("20 m", "10 m"), kernel, 1e-3);
        GaussianConfig config = new GaussianConfig(
                Optional.of(List.of("2")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(covariance));
        return new GaussianFactory().create(config, TestContext.in(space));
    }

    @Nested
    class OfEveryKindOfCovariance extends PriorContract {
        @Override
        protected Distribution prior() {
            return mixture(FULL, DIAGONAL, ISOTROPIC, LOW_RANK);
        }
    }

    @Nested
    class WithOneCovariance extends PriorContract {
        @Override
        protected Distribution prior() {
            return mixture(FULL);
        }
    }

    @Nested
    class GaussianOfOneUnknown extends PriorContract {
        @Override
        protected Distribution prior() {
            GaussianConfig config = new GaussianConfig(
                    Optional.of(List.of("-1")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(List.of("0.4")),
                    Optional.empty());
            return new GaussianFactory().create(config, TestContext.in(Space.vector(1)));
        }
    }

    @Nested
    class ExponentialField extends PriorContract {
        @Override
        protected Distribution prior() {
            return field(Correlation.EXPONENTIAL);
        }
    }

    @Nested
    class SmoothField extends PriorContract {
        @Override
        protected Distribution prior() {
            return field(Correlation.GAUSSIAN);
        }
    }
}
