package org.rote.priors.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.numerics.Covariances;
import org.rote.spi.Axis;
import org.rote.spi.Components;
import org.rote.spi.Dataset;
import org.rote.spi.Density;
import org.rote.spi.Element;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Part;
import org.rote.spi.Prior;
import org.rote.spi.Space;
import org.rote.spi.TrainingSet;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.ReferenceNumbers;
import org.rote.testkit.TestContext;

class MixturePriorTest {

    private static final Optional<CovarianceConfig> NARROW = Optional.of(new CovarianceConfig.Isotropic("0.3"));
    private static final Space VELOCITY =
            new Space(List.of(Axis.metres("x", 2, 10)), "velocity", "m/s", Element.FLOAT64);

    private static Part<Dataset> inline(double[]... models) {
        return new FixedPart<>("inline", InMemoryDataset.of(models));
    }

    private static GaussianMixtureConfig around(double[]... models) {
        return new GaussianMixtureConfig(
                Optional.empty(), Optional.empty(), Optional.of(inline(models)), NARROW, Optional.empty());
    }

    private static Prior create(GaussianMixtureConfig config, int size) {
        return new GaussianMixtureFactory().create(config, TestContext.in(Space.vector(size)));
    }

    private static Components create(GaussianConfig config, Space space) {
        return new GaussianFactory()
                .create(config, TestContext.in(space))
                .capability(Components.class)
                .orElseThrow();
    }

    @Test
    void isTheMemorizedPriorWhereItsMeansAreTheTrainingModels() {
        ReferenceNumbers reference = ReferenceNumbers.shared("stylized-2d.json");
        double sigma = reference.at("per_sigma", 0, "sigma").number();
        GaussianMixtureConfig config = new GaussianMixtureConfig(
                Optional.empty(),
                Optional.empty(),
                Optional.of(inline(reference.at("x_train").rows())),
                Optional.of(new CovarianceConfig.Isotropic(Double.toString(sigma))),
                Optional.empty());
        Density density = create(config, 2).capability(Density.class).orElseThrow();
        double[] published = reference.at("per_sigma", 0, "log_prior_density").numbers();
        double[][] points = reference.at("points").rows();
        for (int p = 0; p < points.length; p++) {
            assertThat(density.logDensity(points[p]))
                    .isCloseTo(published[p], within(1e-10 * Math.abs(published[p]))); // double against double
        }
    }

    @Test
    void remembersTheDataSetThatItsMeansCameFrom() {
        Prior fromData = create(around(new double[] {1}, new double[] {2}), 1);
        GaussianMixtureConfig written = new GaussianMixtureConfig(
                Optional.empty(), Optional.of(List.of(List.of("1"))), Optional.empty(), NARROW, Optional.empty());

        assertThat(fromData.capability(TrainingSet.class)
                        .orElseThrow()
                        .training()
                        .count())
                .isEqualTo(2);
        assertThat(create(written, 1).capability(TrainingSet.class)).isEmpty();
    }

    @Test
    void readsMeansInTheUnitOfTheModel() {
        GaussianConfig config = new GaussianConfig(
                Optional.of(List.of("2 km/s")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of("100 m/s")),
                Optional.empty());
        Components components = create(config, VELOCITY);
        double[] mean = new double[2];
        components.mean(0, mean);

        assertThat(mean).containsExactly(2000, 2000);
        assertThat(Covariances.isotropicVariance(components.covariance(0)).orElseThrow())
                .isCloseTo(1e4, within(1e-8));
        assertThat(components.logWeight(0)).isZero();
    }

    @Test
    void takesTheAverageOfADataSet() {
        GaussianConfig config = new GaussianConfig(
                Optional.empty(),
                Optional.of(inline(new double[] {1, 2}, new double[] {3, -4})),
                Optional.empty(),
                Optional.of(List.of("1", "2")),
                Optional.empty());
        Components components = create(config, Space.vector(2));
        double[] mean = new double[2];
        components.mean(0, mean);

        assertThat(mean).containsExactly(2, -1);
        assertThat(Covariances.toMatrix(components.covariance(0))).containsExactly(1, 0, 0, 4);
    }

    private static GaussianConfig learned(Optional<List<String>> deviation, double[]... models) {
        return new GaussianConfig(
                Optional.empty(), Optional.empty(), Optional.of(inline(models)), deviation, Optional.empty());
    }

    @Test
    void learnsMeanAndSpreadFromATrainingSetAndStillHasIt() {
        GaussianConfig config = learned(Optional.empty(), new double[] {1, 2}, new double[] {3, -4});
        Prior prior = new GaussianFactory().create(config, TestContext.in(Space.vector(2)));
        Components components = prior.capability(Components.class).orElseThrow();
        double[] mean = new double[2];
        components.mean(0, mean);

        assertThat(components.count()).isEqualTo(1);
        assertThat(mean).containsExactly(2, -1);
        assertThat(Covariances.toMatrix(components.covariance(0))).containsExactly(2, 0, 0, 18);
        assertThat(prior.capability(TrainingSet.class).orElseThrow().training().count())
                .isEqualTo(2);
    }

    @Test
    void keepsTheSpreadThatIsGivenBesideATrainingSet() {
        GaussianConfig config = learned(Optional.of(List.of("0.5")), new double[] {1, 2}, new double[] {3, 2});

        assertThat(Covariances.toMatrix(create(config, Space.vector(2)).covariance(0)))
                .containsExactly(0.25, 0, 0, 0.25);
    }

    @Test
    void rejectsATrainingSetInWhichAnUnknownDoesNotVary() {
        GaussianConfig config = learned(Optional.empty(), new double[] {1, 2}, new double[] {3, 2});

        assertThatThrownBy(() -> create(config, Space.vector(2)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "training: unknown 1 of value, component 2 is 2.0 in every model (give a spread beside it, for example standard-deviation: 1 with the unit of the model)");
    }

    @Test
    void needsMeanAndSpreadOnce() {
        assertThatThrownBy(() -> new GaussianConfig(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "has neither mean nor mean-of nor training (give one of them, for example mean: 0); "
                                + "has neither standard-deviation nor covariance (give one of them, for example standard-deviation: 1)");
        assertThatThrownBy(() -> new GaussianMixtureConfig(
                        Optional.empty(),
                        Optional.of(List.of(List.of("1"))),
                        Optional.of(inline(new double[] {1})),
                        NARROW,
                        Optional.of(List.of())))
                .hasMessage("has both means and training (give one of them, for example means: [[-1], [1]]); "
                        + "has both covariance and covariances "
                        + "(give one of them, for example covariance: { type: isotropic, standard-deviation: 0.3 })");
    }

    @Test
    void rejectsMeansOfTheWrongLength() {
        GaussianMixtureConfig mixture = new GaussianMixtureConfig(
                Optional.empty(),
                Optional.of(List.of(List.of("1", "2"), List.of("1"))),
                Optional.empty(),
                NARROW,
                Optional.empty());
        GaussianConfig gaussian = new GaussianConfig(
                Optional.of(List.of("1", "2", "3")),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of("1")),
                Optional.empty());

        assertThatThrownBy(() -> create(mixture, 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "means[1]: has 1 values for 2 unknowns (value, component 2) (give one value for each unknown)");
        assertThatThrownBy(() -> create(gaussian, Space.vector(2)))
                .hasMessage(
                        "mean: has 3 values for 2 unknowns (value, component 2) (give one value, or one for each unknown)");
    }

    @Test
    void rejectsAnotherNumberOfCovariancesThanComponents() {
        GaussianMixtureConfig config = new GaussianMixtureConfig(
                Optional.empty(),
                Optional.of(List.of(List.of("1"), List.of("2"))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(new CovarianceConfig.Isotropic("1"))));

        assertThatThrownBy(() -> create(config, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "covariances: has 1 for 2 components (give one for each component, or a single covariance)");
    }

    @Test
    void namesTheCovarianceThatIsWrong() {
        GaussianMixtureConfig config = new GaussianMixtureConfig(
                Optional.empty(),
                Optional.of(List.of(List.of("1"), List.of("2"))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(List.of(new CovarianceConfig.Isotropic("1"), new CovarianceConfig.Isotropic("1 m"))));

        assertThatThrownBy(() -> create(config, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(
                        "covariances[1].standard-deviation: unit m is not a unit of the same kind as 1");
    }

    @Test
    void namesTheMeanThatIsNoNumber() {
        assertThatThrownBy(() -> new GaussianMixtureConfig(
                        Optional.empty(),
                        Optional.of(List.of(List.of("1"), List.of("two"))),
                        Optional.empty(),
                        NARROW,
                        Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("means[1]: expected a number");
    }

    @Test
    void rejectsDataSetsThatDoNotFit() {
        GaussianConfig empty = new GaussianConfig(
                Optional.empty(),
                Optional.of(new FixedPart<>("inline", new InMemoryDataset(Space.vector(1)))),
                Optional.empty(),
                Optional.of(List.of("1")),
                Optional.empty());

        assertThatThrownBy(() -> create(empty, Space.vector(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("mean-of: holds no model (give at least one)");
        assertThatThrownBy(() -> create(empty, Space.vector(2)))
                .hasMessageStartingWith("mean-of: expected value, component 2, got value, component 1");
        assertThatThrownBy(() -> create(around(new double[] {1}), 1))
                .hasMessageStartingWith("training: holds a single model");
    }

    @Test
    void priorsAreOfferedByTheirPlugin() {
        assertThat(new MixturePlugin().priors())
                .extracting(factory -> factory.name())
                .containsExactly("gaussian", "gaussian-mixture");
    }
}
