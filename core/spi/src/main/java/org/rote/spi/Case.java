package org.rote.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One finished case of a study, as a {@link Diagnostic} sees it: a posterior, a sampler, and what is known besides. */
public interface Case extends Streams {

    /**
     * The name of the case, unique in the study.
     *
     * @return the names of its parts joined by {@code +}
     */
    String name();

    /**
     * Which named section each part came from: keys {@code operator}, {@code parameterization}, {@code observation}, {@code noise}, {@code prior}, {@code
     * sampler}; where the study has only one unnamed section, the name is its type. A case of an observation with many truths also says which one: {@code truth}, after
     * {@code observation}.
     *
     * @return names by section
     */
    Map<String, String> parts();

    /**
     * What was sampled.
     *
     * @return the posterior
     */
    Posterior posterior();

    /**
     * The true model, where the observation was made from one, in the space of the posterior.
     *
     * @return the truth, or empty
     */
    Optional<double[]> truth();

    /**
     * The true model, where the observation was made from one, in the space of the models: there also where no point of the posterior's space has it as its image,
     * and before a parameterization has rounded it off.
     *
     * @return the model, in the range of the {@link #parameterization}, or in the posterior's space where there is none; or empty
     */
    Optional<double[]> trueModel();

    /**
     * Whether truth and data were drawn from the very prior, forward map and noise that the posterior is made of. The truth is then as good as a draw of the posterior, so over many such cases the draws of a right sampler
     * are calibrated.
     *
     * @return false where data were given, made without noise, made from a model that was not drawn from this prior, or with noise whose level was taken from them
     */
    default boolean isTruthOfPosterior() {
        return false;
    }

    /**
     * What leads from the posterior's space to models.
     *
     * @return the parameterization, or empty where the posterior's points are models
     */
    Optional<Parameterization> parameterization();

    /**
     * The closed form that the sampler found or approximated, see {@link Chain#solution}.
     *
     * @return the closed form, or empty
     */
    Optional<Distribution> solution();

    /**
     * What the sampler kept beside its draws, see {@link SamplerContext#sink}.
     *
     * @param name the name that the sampler gave, see {@link Sink#array}
     * @return the array, or empty where it kept none of this name
     */
    Optional<Value> array(String name);

    /**
     * The other cases of the study with the same operator, parameterization, observation, noise and prior: other samplers on the same posterior.
     *
     * @return the siblings in the order of the manifest
     */
    List<Case> siblings();

    /**
     * For work that is worth several threads.
     *
     * @return the study's executor
     */
    RunExecutor executor();

    /**
     * Where long work says how far it is.
     *
     * @return the receiver
     */
    Progress progress();

    /**
     * Where arrays go.
     *
     * @return the case's sink
     */
    Sink sink();
}
