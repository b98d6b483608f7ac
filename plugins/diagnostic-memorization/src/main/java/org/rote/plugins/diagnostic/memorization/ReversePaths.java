package org.rote.plugins.diagnostic.memorization;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.rote.numerics.Coordinates;
import org.rote.numerics.Derivations;
import org.rote.numerics.MemorizedScore;
import org.rote.numerics.NoiseLevels;
import org.rote.numerics.ReverseProcess;
import org.rote.numerics.TrainingModels;
import org.rote.spi.Atoms;
import org.rote.spi.Case;
import org.rote.spi.Distribution;
import org.rote.spi.NoisyScore;
import org.rote.spi.Space;

/**
 * A memorized diffusion process run backwards with fresh noise, on models less their mean and over their spread, watched for how many training models still take part: the participation number 1 / Σ r_n², r_n the responsibilities of the training models for the state.
 *
 * <p>Paths begin at training models with the noise of the last step, so they are draws of the process whatever its largest noise is.
 */
final class ReversePaths {

    private final Case subject;
    private final TrainingModels models;
    private final Coordinates coordinates;
    private final NoiseLevels levels;
    private final int size;

    ReversePaths(Case subject, TrainingModels models, Coordinates coordinates, NoiseLevels levels) {
        this.subject = subject;
        this.models = models;
        this.coordinates = coordinates;
        this.levels = levels;
        this.size = coordinates.size();
    }

    /** The training models as what a process that memorized them denoises to. */
    private record Memorized(Space space, Atoms atoms) implements Distribution {
        @Override
        public <C> Optional<C> capability(Class<C> type) {
            return type.isInstance(atoms) ? Optional.of(type.cast(atoms)) : Optional.empty();
        }
    }

    /**
     * Follows paths from the last step to the first.
     *
     * @param paths how many
     * @return [step][path] participation numbers, between 1 and N
     */
    double[][] participation(int paths) {
        Distribution memorized =
                Derivations.of(new Memorized(subject.posterior().space(), models), subject.executor());
        NoisyScore scaled = coordinates
                .of(memorized, subject.executor())
                .capability(NoisyScore.class)
                .orElseThrow();
        ReverseProcess process = new ReverseProcess(scaled, levels, size);
        double[] logWeights = new double[models.count()];
        Arrays.setAll(logWeights, models::logWeight);
        MemorizedScore score = new MemorizedScore(models.matrix(), logWeights, subject.executor());
        double[] states = started(paths);
        double[] denoised = new double[states.length];
        double[] normals = new double[states.length];
        double[][] participation = new double[levels.steps()][];
        for (int step = levels.steps() - 1; step >= 0; step--) {
            subject.progress().report("reverse paths", levels.steps() - 1 - step, levels.steps());
            participation[step] = participation(score, states, paths, step);
            process.denoise(step, states, paths, denoised);
            fill(normals, subject.random("reverse step", step));
            process.ancestral(step, states, denoised, normals, paths, states);
        }
        return participation;
    }

    private double[] started(int paths) {
        int last = levels.steps() - 1;
        double[] states = new double[Math.multiplyExact(paths, size)];
        fill(states, subject.random("reverse start", 0));
        double[] model = new double[size];
        for (int k = 0; k < paths; k++) {
            models.atom((int) ((long) k * models.count() / paths), model);
            coordinates.fromModel(model, model);
            for (int i = 0; i < size; i++) {
                states[k * size + i] = levels.alpha(last) * model[i] + levels.sigma(last) * states[k * size + i];
            }
        }
        return states;
    }

    private static void fill(double[] out, RandomGenerator random) {
        Arrays.setAll(out, i -> random.nextGaussian());
    }

    private double[] participation(MemorizedScore score, double[] states, int paths, int step) {
        int count = models.count();
        double[] seen = new double[states.length];
        double[] one = new double[size];
        for (int k = 0; k < paths; k++) {
            for (int i = 0; i < size; i++) {
                one[i] = states[k * size + i] / levels.alpha(step);
            }
            coordinates.toModel(one, one);
            System.arraycopy(one, 0, seen, k * size, size);
        }
        double[] responsibilities = new double[Math.multiplyExact(paths, count)];
        score.responsibilities(seen, paths, levels.noise(step) * coordinates.scale(0), responsibilities);
        double[] numbers = new double[paths];
        Arrays.setAll(numbers, k -> {
            double squares = 0;
            for (int n = k * count; n < (k + 1) * count; n++) {
                squares += responsibilities[n] * responsibilities[n];
            }
            return 1 / squares;
        });
        return numbers;
    }
}
