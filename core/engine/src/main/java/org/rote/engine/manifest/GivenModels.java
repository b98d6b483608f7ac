package org.rote.engine.manifest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Parameterization;
import org.rote.spi.Problem;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;

/**
 * A data set of a manifest. Behind a parameterization it may hold models or their coordinates: it holds models wherever it can be made in the model space, and coordinates only where it cannot.
 *
 * @param dataset the data set as it was given
 * @param parameterization what stands before the models, where the data set holds models and something does
 */
public record GivenModels(Dataset dataset, Optional<Parameterization> parameterization) {

    /**
     * Makes a data set.
     *
     * @param section its section
     * @param context where the part that reads it lives
     * @return the data set
     * @throws InvalidInputException when it fits neither space; says both, and why not
     */
    public static GivenModels of(Section<Dataset> section, Context context) {
        Optional<Parameterization> parameterization = context.parameterization();
        if (parameterization.isEmpty()) {
            return new GivenModels(section.make(context), Optional.empty());
        }
        Space models = parameterization.get().range();
        try {
            return new GivenModels(made(section, context, models), parameterization);
        } catch (InvalidInputException noModels) {
            try {
                return new GivenModels(made(section, context, context.space()), Optional.empty());
            } catch (InvalidInputException neither) {
                throw both(models, noModels, context.space(), neither);
            }
        }
    }

    /** What a data set warns of counts only where it is used. */
    private static Dataset made(Section<Dataset> section, Context context, Space space) {
        Attempt attempt = new Attempt(context, space, new ArrayList<>(), new ArrayList<>());
        Dataset dataset = section.make(attempt);
        space.mismatch(dataset.space()).ifPresent(mismatch -> {
            throw new InvalidInputException("", mismatch, "give models of this shape, quantity and unit");
        });
        attempt.warnings().forEach(context::warn);
        attempt.notes().forEach(context::note);
        return dataset;
    }

    private static InvalidInputException both(
            Space models, InvalidInputException noModels, Space coordinates, InvalidInputException neither) {
        Set<Problem> problems = new LinkedHashSet<>();
        for (Problem problem : noModels.problems()) {
            boolean isCommon = neither.problems().contains(problem);
            problems.add(isCommon ? problem : as("models", models, problem));
        }
        for (Problem problem : neither.problems()) {
            boolean isCommon = noModels.problems().contains(problem);
            problems.add(isCommon ? problem : as("coordinates", coordinates, problem));
        }
        InvalidInputException both = new InvalidInputException(List.copyOf(problems));
        both.initCause(noModels);
        both.addSuppressed(neither);
        return both;
    }

    private static Problem as(String what, Space space, Problem problem) {
        return new Problem(
                problem.where(), "as " + what + " (" + space.describe() + "): " + problem.what(), problem.fix());
    }

    /**
     * The models in the coordinates of the parameterization, if there is one. Each is inverted when it is read.
     *
     * @return the data set in the space of the unknowns
     * @throws InvalidInputException when the parameterization cannot find coordinates
     */
    public Dataset inCoordinates() {
        return parameterization.map(this::inverted).orElse(dataset);
    }

    private Dataset inverted(Parameterization before) {
        if (before instanceof Parameterization.Invertible invertible) {
            return new Inverted(dataset, invertible);
        }
        throw new InvalidInputException(
                "",
                "holds models (" + before.range().describe()
                        + "), whose coordinates the parameterization cannot find: it has no inverse",
                "give coordinates (" + before.domain().describe() + "), or use a parameterization with an inverse");
    }

    /** Models as their coordinates. */
    private record Inverted(Dataset models, Parameterization.Invertible parameterization) implements Dataset {

        @Override
        public Space space() {
            return parameterization.domain();
        }

        @Override
        public int count() {
            return models.count();
        }

        @Override
        public void read(int index, double[] out) {
            double[] model = new double[parameterization.range().size()];
            models.read(index, model);
            parameterization.invert(model, out);
            for (int i = 0; i < space().size(); i++) {
                if (!Double.isFinite(out[i])) {
                    throw new InvalidInputException(
                            "",
                            "model " + index + ": coordinate " + i + " under the parameterization is " + out[i],
                            "remove or repair the model");
                }
            }
        }
    }

    /** The context of a part, for a data set that may turn out not to fit. */
    private record Attempt(Context outer, Space space, List<String> warnings, List<String> notes) implements Context {

        @Override
        public Optional<Parameterization> parameterization() {
            return Optional.empty();
        }

        @Override
        public Optional<double[]> data() {
            return outer.data();
        }

        @Override
        public RunExecutor executor() {
            return outer.executor();
        }

        @Override
        public void warn(String message) {
            warnings.add(message);
        }

        @Override
        public void note(String message) {
            notes.add(message);
        }

        @Override
        public RandomGenerator random(String task, long index) {
            return outer.random(task, index);
        }
    }
}
