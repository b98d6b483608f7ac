package org.rote.engine.wiring;

import java.util.Map;
import java.util.Optional;
import org.rote.engine.manifest.ManifestException;
import org.rote.engine.manifest.Observation;
import org.rote.engine.manifest.Study;
import org.rote.spi.Drawable;
import org.rote.spi.InvalidInputException;
import org.rote.spi.NoiseModel;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;

/** The operator of a manifest by itself, and what else the manifest may have that helps to use it. */
public final class OperatorParts {

    private final Study study;
    private final Faults faults = new Faults();
    private final Parts parts;
    private final ForwardMap map;

    /**
     * Creates the operator.
     *
     * @param study the bound study; needs no more than an operator
     * @param name which of its operators; may be left out where it has one
     * @param executor lent to the parts
     * @param remarks where the parts' remarks go
     * @param resources closes the parts in the end
     * @throws InvalidInputException when the name does not decide which
     * @throws ManifestException when the operator cannot be made
     */
    public OperatorParts(
            Study study, Optional<String> name, RunExecutor executor, Remarks remarks, Resources resources) {
        this.study = study;
        this.parts = new Parts(study, executor, remarks, resources, faults);
        Optional<ForwardMap> made = parts.map(chosen(name, study.operators()), Optional.empty());
        faults.verify();
        this.map = made.orElseThrow();
    }

    /**
     * The operator, without a parameterization.
     *
     * @return model to data
     */
    public ForwardMap map() {
        return map;
    }

    /**
     * The manifest's noise, made for given data.
     *
     * @param data the data; for levels relative to them
     * @return the noise, or empty where the manifest has none
     * @throws InvalidInputException when there are several
     * @throws ManifestException when it cannot be made
     */
    public Optional<NoiseModel> noise(double[] data) {
        Optional<NoiseModel> made = onlyNoise().flatMap(name -> parts.noise(name, map, data));
        faults.verify();
        return made;
    }

    /**
     * The model that synthetic data are made from.
     *
     * @return the first truth of the first observation, or empty where that has none or draws it from a prior
     * @throws ManifestException when it cannot be made
     */
    public Optional<double[]> truth() {
        Optional<double[]> truth = first(study.observations())
                .filter(name -> !(study.observations().get(name) instanceof Observation.OfPrior))
                .flatMap(name -> parts.observed(
                        new DataKey(name, 0, map.section().name(), parameterization(), Optional.empty())))
                .flatMap(ObservedData::trueModel);
        faults.verify();
        return truth;
    }

    /**
     * A draw of the prior, as a model.
     *
     * @param streams the randomness
     * @return the model, or empty where the first prior cannot be drawn from, or there is none
     * @throws ManifestException when the prior cannot be made
     */
    public Optional<double[]> priorDraw(SeededStreams streams) {
        Optional<ForwardMap> behind = parts.map(map.section().name(), parameterization());
        Optional<double[]> draw = first(study.priors())
                .flatMap(name -> behind.flatMap(whole -> parts.prior(name, whole))
                        .flatMap(prior -> prior.capability(Drawable.class))
                        .map(drawable -> {
                            double[] point =
                                    new double[behind.orElseThrow().space().size()];
                            drawable.draw(streams.random("prior", 0), point);
                            return behind.orElseThrow().model(point);
                        }));
        faults.verify();
        return draw;
    }

    private Optional<String> parameterization() {
        return first(study.parameterizations());
    }

    private static Optional<String> first(Map<String, ?> sections) {
        return sections.keySet().stream().findFirst();
    }

    private static String chosen(Optional<String> name, Map<String, ?> operators) {
        if (name.isPresent() ? operators.containsKey(name.get()) : operators.size() == 1) {
            return name.orElse(operators.keySet().iterator().next());
        }
        throw new InvalidInputException(
                "--operator",
                name.map(given -> "no operator is called \"" + given + "\"")
                        .orElse("the manifest has " + operators.size() + " operators"),
                "choose one of: " + String.join(", ", operators.keySet()));
    }

    private Optional<String> onlyNoise() {
        if (study.noises().size() > 1) {
            throw new InvalidInputException(
                    "noises",
                    "are several: " + String.join(", ", study.noises().keySet()),
                    "give a manifest with one, which says what the misfit is");
        }
        return first(study.noises());
    }
}
