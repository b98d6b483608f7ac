package org.rote.engine.solo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.rote.arrays.ElementType;
import org.rote.arrays.Npy;
import org.rote.arrays.NpyArray;
import org.rote.arrays.Shape;
import org.rote.engine.manifest.Observation;
import org.rote.engine.manifest.Section;
import org.rote.engine.manifest.Study;
import org.rote.engine.wiring.ArrayInput;
import org.rote.spi.Dataset;
import org.rote.spi.Drawable;
import org.rote.spi.ForwardOperator;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Likelihood;
import org.rote.spi.NoiseModel;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;
import org.rote.spi.SeededStreams;
import org.rote.spi.Space;

/**
 * The operator of a manifest by itself, so that anyone can hold it against another code. Model and data files are NumPy arrays of the operator's spaces: models [x][z] in SI units, complex data as complex numbers.
 */
public final class SoloOperator implements AutoCloseable {

    /** Noise of this share of the data's rms keeps the residual away from zero when differences are taken. */
    private static final double PERTURBATION = 0.1;

    private final Study study;
    private final RunExecutor executor;
    private final Consumer<String> warnings;
    private final ForwardOperator operator;

    private SoloOperator(Study study, RunExecutor executor, Consumer<String> warnings, ForwardOperator operator) {
        this.study = study;
        this.executor = executor;
        this.warnings = warnings;
        this.operator = operator;
    }

    /**
     * Makes the operator.
     *
     * @param study a manifest, bound
     * @param name which of its operators; may be left out where it has one
     * @param executor threads
     * @param warnings takes what the operator tells the user
     * @return the operator, to be closed
     * @throws InvalidInputException when the name does not decide it
     */
    public static SoloOperator open(
            Study study, Optional<String> name, RunExecutor executor, Consumer<String> warnings) {
        Section<ForwardOperator> section = one("operator", study.operators(), name);
        SoloContext context = context(study, "operator", Optional.empty(), Optional.empty(), executor, warnings);
        return new SoloOperator(study, executor, warnings, section.create(context));
    }

    /**
     * d = F(m).
     *
     * @param model the model's file
     * @param out the data's file, written whole or not at all
     * @return the data space, for telling
     */
    public Space simulate(Path model, Path out) {
        double[] data = forward(ArrayInput.read("--model", model, operator.domain()));
        write(out, operator.range(), data);
        return operator.range();
    }

    /**
     * The gradient of the misfit ½ ‖(F(m) − d) / γ‖² with respect to m; γ is 1 where the manifest has no noise.
     *
     * @param model the model's file
     * @param data the data's file
     * @param out the gradient's file, written whole or not at all
     * @return the misfit
     */
    public double gradient(Path model, Path data, Path out) {
        double[] at = ArrayInput.read("--model", model, operator.domain());
        double[] observed = ArrayInput.read("--data", data, operator.range());
        NoiseModel noise = noise(observed);
        double[] gradient = new double[at.length];
        double logDensity = new Likelihood(operator, noise, observed).logDensity(at, gradient);
        Arrays.setAll(gradient, i -> -gradient[i]);
        requireFinite("the gradient", gradient);
        write(out, operator.domain(), gradient);
        // a normalised log density is minus the misfit plus that of no residual at all
        return noise.logDensity(observed, observed) - logDensity;
    }

    /**
     * Proves the derivative: dot test, Taylor test, gradient against finite differences, around one model.
     *
     * @param file the model's file; without it the truth of the manifest's observation, or a draw from its prior
     * @return what was found, a line each
     */
    public List<Check> verify(Optional<Path> file) {
        double[] model = file.map(path -> ArrayInput.read("--model", path, operator.domain()))
                .or(this::truth)
                .or(this::drawn)
                .orElseThrow(() -> new InvalidInputException(
                        "--model",
                        "is needed: the manifest has neither a true model nor a prior that can be drawn from",
                        "give a model file for " + operator.domain().describe()));
        double[] data = forward(model);
        double rms = Math.sqrt(Arrays.stream(data).map(value -> value * value).sum() / data.length);
        RandomGenerator random = new SeededStreams(study.seed(), "verify").random("data", 0);
        double[] observed = new double[data.length];
        Arrays.setAll(observed, i -> data[i] + PERTURBATION * rms * random.nextGaussian());
        return new Verification(operator, model, study.seed()).run(new Likelihood(operator, noise(observed), observed));
    }

    private Optional<double[]> truth() {
        return study.observations().values().stream()
                .filter(Observation.Synthetic.class::isInstance)
                .map(observation -> ((Observation.Synthetic) observation).truth())
                .map(section -> section.create(context("truth", operator.domain(), Optional.empty())))
                .filter(dataset -> dataset.count() > 0)
                .map(this::first)
                .findFirst();
    }

    private double[] first(Dataset dataset) {
        double[] model = new double[operator.domain().size()];
        dataset.read(0, model);
        return model;
    }

    private Optional<double[]> drawn() {
        if (!study.parameterizations().isEmpty()) {
            return Optional.empty(); // the prior then draws coordinates, not models
        }
        return study.priors().values().stream()
                .map(section -> section.create(context("prior", operator.domain(), Optional.empty())))
                .flatMap(prior -> prior.capability(Drawable.class).stream())
                .map(drawable -> {
                    double[] model = new double[operator.domain().size()];
                    drawable.draw(new SeededStreams(study.seed(), "verify").random("model", 0), model);
                    return model;
                })
                .findFirst();
    }

    private NoiseModel noise(double[] data) {
        if (study.noises().isEmpty()) {
            return new UnitNoise(operator.range());
        }
        return one("noise", study.noises(), Optional.empty())
                .create(context("noise", operator.range(), Optional.of(data)));
    }

    private double[] forward(double[] model) {
        double[] data = new double[operator.range().size()];
        operator.forward(model, data);
        requireFinite("F(m)", data);
        return data;
    }

    private static void requireFinite(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new NumericsException(
                        what + " is " + values[i] + " at index " + i + "\n  fix  check the model's values and units");
            }
        }
    }

    private static <T> Section<T> one(String word, Map<String, Section<T>> sections, Optional<String> name) {
        if (name.isPresent() && sections.containsKey(name.get())) {
            return sections.get(name.get());
        }
        if (name.isEmpty() && sections.size() == 1) {
            return sections.values().iterator().next();
        }
        throw new InvalidInputException(
                "--" + word,
                name.map(given -> "no " + word + " is called \"" + given + "\"")
                        .orElse("the manifest has " + sections.size() + " sections for " + word),
                "choose one of: " + String.join(", ", sections.keySet()));
    }

    private SoloContext context(String scope, Space space, Optional<double[]> data) {
        return context(study, scope, Optional.of(space), data, executor, warnings);
    }

    private static SoloContext context(
            Study study,
            String scope,
            Optional<Space> space,
            Optional<double[]> data,
            RunExecutor executor,
            Consumer<String> warnings) {
        return new SoloContext(new SeededStreams(study.seed(), scope), space, data, executor, warnings);
    }

    private static void write(Path file, Space space, double[] values) {
        ElementType type = switch (space.element()) {
            case FLOAT32 -> ElementType.FLOAT32;
            case FLOAT64 -> ElementType.FLOAT64;
            case COMPLEX64 -> ElementType.COMPLEX64;
            case COMPLEX128 -> ElementType.COMPLEX128;
        };
        long[] shape = Arrays.stream(space.shape()).asLongStream().toArray();
        try {
            Npy.write(file, new NpyArray(Shape.of(shape), values, type));
        } catch (IOException e) {
            InvalidInputException invalid =
                    new InvalidInputException("--out", String.valueOf(e.getMessage()), "choose another file");
            invalid.initCause(e);
            throw invalid;
        }
    }

    @Override
    public void close() {
        if (operator instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("the operator could not be closed", e);
            }
        }
    }
}
