package org.rote.priors.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rote.numerics.Covariances;
import org.rote.numerics.Schedule;
import org.rote.spi.Atoms;
import org.rote.spi.Axis;
import org.rote.spi.Components;
import org.rote.spi.DifferentiableDensity;
import org.rote.spi.Element;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Prior;
import org.rote.spi.Space;
import org.rote.spi.TrainingSet;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.ReferenceNumbers;
import org.rote.testkit.TestContext;

class MemorizedDiffusionTest {

    /** Double precision against double precision. */
    private static final double REFERENCE = 1e-10;

    private static final Space VELOCITY =
            new Space(List.of(Axis.metres("x", 1, 10)), "velocity", "m/s", Element.FLOAT64);
    private static final double[][] TWO = {{1}, {2}};

    private static FixedPart<org.rote.spi.Dataset> inline(Space space, double[]... models) {
        return new FixedPart<>("inline", new InMemoryDataset(space, models));
    }

    private static Prior prior(Space space, String sigma, double[]... models) {
        return new MemorizedDiffusionFactory()
                .create(
                        new MemorizedDiffusionConfig(inline(space, models), Optional.of(sigma), Optional.empty()),
                        TestContext.in(space));
    }

    private static Prior priorAt(Space space, MemorizedDiffusionConfig.Step step) {
        return new MemorizedDiffusionFactory()
                .create(
                        new MemorizedDiffusionConfig(inline(space, TWO), Optional.empty(), Optional.of(step)),
                        TestContext.in(space));
    }

    private static double sigma(Prior prior) {
        Components components = prior.capability(Components.class).orElseThrow();
        return Math.sqrt(Covariances.isotropicVariance(components.covariance(0)).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stylized-1d.json", "stylized-2d.json"})
    void agreesWithThePublishedDensitiesAndScores(String file) {
        ReferenceNumbers reference = ReferenceNumbers.shared(file);
        double[][] points = reference.at("points").rows();
        double[][] models = reference.at("x_train").rows();
        for (int s = 0; s < reference.at("per_sigma").count(); s++) {
            ReferenceNumbers published = reference.at("per_sigma", s);
            String sigma = Double.toString(published.at("sigma").number());
            DifferentiableDensity density = prior(Space.vector(models[0].length), sigma, models)
                    .capability(DifferentiableDensity.class)
                    .orElseThrow();
            for (int p = 0; p < points.length; p++) {
                double logDensity = published.at("log_prior_density", p).number();
                double[] score = published.at("score", p).numbers();
                double[] computed = new double[score.length];
                density.score(points[p], computed);
                assertThat(density.logDensity(points[p]))
                        .isCloseTo(logDensity, within(REFERENCE * Math.abs(logDensity)));
                for (int i = 0; i < score.length; i++) {
                    // where the score vanishes by cancellation, relative to terms of order one
                    assertThat(computed[i]).isCloseTo(score[i], within(REFERENCE * Math.max(1, Math.abs(score[i]))));
                }
            }
        }
    }

    @Test
    void remembersItsTrainingSetButHasNoAtoms() {
        Prior prior = prior(Space.vector(1), "0.3", TWO);
        double[] model = new double[1];
        prior.capability(TrainingSet.class).orElseThrow().training().atom(1, model);

        assertThat(model).containsExactly(2);
        assertThat(prior.capability(Atoms.class)).isEmpty();
    }

    @Test
    void takesTheNoiseLevelOfAStep() {
        Schedule schedule = new Schedule.VpLinear(0.1, 0.3, 3);
        Prior prior = priorAt(Space.vector(1), new MemorizedDiffusionConfig.Step(schedule, 2, "1"));

        // ᾱ = 0.9 · 0.8 · 0.7
        assertThat(sigma(prior)).isCloseTo(Math.sqrt((1 - 0.504) / 0.504), within(1e-14));
    }

    @Test
    void scalesTheNoiseLevelOfAStepToTheModel() {
        Schedule schedule = new Schedule.Ve(0.01, 1, 3);
        Prior prior = priorAt(VELOCITY, new MemorizedDiffusionConfig.Step(schedule, 1, "0.5 km/s"));

        assertThat(sigma(prior)).isCloseTo(50, within(1e-12));
    }

    @Test
    void readsTheUnitOfTheModel() {
        assertThat(sigma(prior(VELOCITY, "0.05 km/s", TWO))).isCloseTo(50, within(1e-12));
    }

    @Test
    void warnsOfCopies() {
        TestContext context = TestContext.in(Space.vector(1));
        new MemorizedDiffusionFactory()
                .create(
                        new MemorizedDiffusionConfig(
                                inline(Space.vector(1), new double[] {1}, new double[] {1}),
                                Optional.of("0.1"),
                                Optional.empty()),
                        context);

        assertThat(context.warnings())
                .singleElement()
                .asString()
                .startsWith("training: 1 of 2 models are exact copies");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "0"})
    void rejectsNonPositiveSigma(String sigma) {
        assertThatThrownBy(() -> prior(Space.vector(1), sigma, TWO))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("sigma: must be greater than 0, got " + sigma
                        + " (give a positive noise level in model units, for example 0.05)");
    }

    @Test
    void rejectsNonPositiveScale() {
        assertThatThrownBy(() -> new MemorizedDiffusionConfig.Step(new Schedule.Ve(0.01, 1, 3), 1, "0 m/s"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("scale: must be greater than 0, got 0 m/s"
                        + " (give the spread of the models, which the process is scaled by)");
    }

    @Test
    void asksForTheUnitOfTheModel() {
        assertThatThrownBy(() -> prior(VELOCITY, "50", TWO))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("sigma: needs a unit, got 50; write for example \"50 m/s\"");
    }

    @Test
    void needsExactlyOneNoiseLevel() {
        assertThatThrownBy(() ->
                        new MemorizedDiffusionConfig(inline(Space.vector(1), TWO), Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("has neither sigma nor at (give one noise level, for example sigma: 0.05)");
    }

    @Test
    void rejectsAStepThatTheScheduleDoesNotHave() {
        assertThatThrownBy(() -> new MemorizedDiffusionConfig.Step(new Schedule.Ve(0.01, 1, 3), 3, "1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "step: must be between 0 and 2, got 3 (give a step of the schedule; the last has most noise)");
    }

    @Test
    void rejectsASingleModel() {
        assertThatThrownBy(() -> prior(Space.vector(1), "0.1", new double[] {1}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("training: holds a single model");
    }

    @Test
    void isOfferedByItsPlugin() {
        assertThat(new DiffusionPlugin().priors())
                .extracting(factory -> factory.name())
                .containsExactly("memorized-diffusion");
    }
}
