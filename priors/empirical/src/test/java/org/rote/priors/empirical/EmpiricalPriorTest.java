package org.rote.priors.empirical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.numerics.Weights;
import org.rote.spi.Atoms;
import org.rote.spi.Dataset;
import org.rote.spi.Density;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Part;
import org.rote.spi.Prior;
import org.rote.spi.Space;
import org.rote.spi.TrainingSet;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.ReferenceNumbers;
import org.rote.testkit.TestContext;

class EmpiricalPriorTest {

    private static Part<Dataset> training(double[]... models) {
        return new FixedPart<>("inline", InMemoryDataset.of(models));
    }

    private static EmpiricalConfig equalWeights(double[]... models) {
        return new EmpiricalConfig(training(models), Optional.empty());
    }

    private static Prior create(EmpiricalConfig config, TestContext context) {
        return new EmpiricalFactory().create(config, context);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stylized-1d.json", "stylized-2d.json"})
    void givesThePublishedLimitingWeights(String file) {
        ReferenceNumbers reference = ReferenceNumbers.shared(file);
        double[][] models = reference.at("x_train").rows();
        double[][] predicted = reference.at("F_train").rows();
        double[] observed = reference.at("y").numbers();
        double gamma = reference.at("gamma").number();
        Atoms atoms = create(equalWeights(models), TestContext.in(Space.vector(models[0].length)))
                .capability(Atoms.class)
                .orElseThrow();
        double[] logs = new double[atoms.count()];
        for (int n = 0; n < logs.length; n++) {
            double misfit = 0;
            for (int i = 0; i < observed.length; i++) {
                misfit += Math.pow((predicted[n][i] - observed[i]) / gamma, 2) / 2;
            }
            logs[n] = atoms.logWeight(n) - misfit;
        }
        double[] published = reference.at("limiting_weights", "value").numbers();
        Weights weights = Weights.ofLogs(logs);
        for (int n = 0; n < logs.length; n++) {
            // double against double; the smallest are exponentials of misfits of hundreds, which carry that many
            // roundings
            assertThat(weights.at(n)).isCloseTo(published[n], within(1e-10 * published[n]));
        }
    }

    @Test
    void isItsTrainingSet() {
        Prior prior = create(equalWeights(new double[] {1}, new double[] {2}), TestContext.in(Space.vector(1)));

        assertThat(prior.capability(TrainingSet.class).orElseThrow().training())
                .isSameAs(prior.capability(Atoms.class).orElseThrow());
        assertThat(prior.capability(Density.class)).isEmpty();
    }

    @Test
    void warnsOfCopies() {
        TestContext context = TestContext.in(Space.vector(1));
        create(equalWeights(new double[] {1}, new double[] {2}, new double[] {1}), context);

        assertThat(context.warnings())
                .containsExactly("training: 1 of 3 models are exact copies of earlier ones, so their weights add up;"
                        + " remove the copies if that is not meant");
    }

    @Test
    void saysNothingOfModelsThatDiffer() {
        TestContext context = TestContext.in(Space.vector(1));
        create(equalWeights(new double[] {1}, new double[] {2}), context);

        assertThat(context.warnings()).isEmpty();
    }

    @Test
    void rejectsASingleModel() {
        assertThatThrownBy(() -> create(equalWeights(new double[] {1}), TestContext.in(Space.vector(1))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("training: holds a single model");
    }

    @Test
    void rejectsModelsThatAreNotFinite() {
        assertThatThrownBy(() -> create(
                        equalWeights(new double[] {1}, new double[] {Double.NaN}), TestContext.in(Space.vector(1))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("training: model 1 has NaN at index 0 (remove or repair the model)");
    }

    @Test
    void rejectsAnotherNumberOfWeightsThanModels() {
        EmpiricalConfig config =
                new EmpiricalConfig(training(new double[] {1}, new double[] {2}), Optional.of(List.of(1.0)));

        assertThatThrownBy(() -> create(config, TestContext.in(Space.vector(1))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("weights: has 1 values for 2 models (give one for each model)");
    }

    @Test
    void isOfferedByItsPlugin() {
        assertThat(new EmpiricalPlugin().priors())
                .extracting(factory -> factory.name())
                .containsExactly("empirical");
    }
}
