package org.rote.numerics;

import org.rote.spi.InvalidInputException;
import org.rote.spi.NumericsException;
import org.rote.spi.RunExecutor;

/**
 * Density, score and denoiser, with its derivative, of a training set after Gaussian noise: p_σ(X) = Σ_n w_n N(X; x_n, σ² I), in closed form. What a diffusion model converges
 * to when it memorizes.
 *
 * <pre>
 *   l_n(X) = log w_n − |X − x_n|² / (2σ²)
 *   r_n(X) = exp(l_n) / Σ_m exp(l_m)                                 responsibilities
 *   D(X)   = Σ_n r_n x_n                                             denoiser, E[x | X]
 *   ∇ log p_σ(X) = (D(X) − X) / σ² = Σ_n r_n (x_n − X) / σ²          score
 *   J_D(X) = Σ_n r_n (x_n − D(X)) (x_n − D(X))ᵀ / σ²                 derivative of the denoiser
 *   log p_σ(X) = log Σ_n exp(l_n) − (d/2) log(2π σ²)
 * </pre>
 *
 * <p><b>Shapes and units.</b> States and results are flat, one state after another, d values each, in model units; σ is the standard deviation of the noise in the same
 * units. At a step of a variance-preserving schedule, pass x_t/α_t and σ_t/α_t.
 *
 * <p><b>Cost.</b> 4 N d operations a state where all responsibilities matter, and 2 N d where a few training models hold them all; a product with J_D another 7 N d, always in double. No array of count × N × d is
 * ever made: the workspace takes 4 d + 12 N bytes for each of at most 128 states, and is kept for the next call.
 *
 * <p><b>Accuracy</b> with {@link TrainingMatrix.Storage#FLOAT64}: differences X − x_n in double throughout; results carry the rounding of |X − x_n|²/(2σ²), about
 * 1e-16 √d of it.
 *
 * <p><b>Accuracy</b> with {@link TrainingMatrix.Storage#FLOAT32}: distances come from inner products in single precision. With u = 2⁻²⁴ and |·| measured from the centre of
 * {@link TrainingMatrix}, the rounding error of a logit is at most 280 u |X| |x_n| / σ², and estimated by E = κ u |X| |x_n| / σ², κ = max(1, min(d, 256)/√d): three standard
 * deviations when rounding errors are independent. Where E exceeds 1e-4, the distances of the training models nearest to a state, all but 1e-4 of the probability, are
 * recomputed from differences in double. Training models of responsibility 1/16 or more enter the score in double; the others, of total responsibility ρ, in single precision. So σ² times
 * the score has an error of at most 1e-4 Σ_n r_n |x_n − X| + 300 u ρ max|x_n|, and usually a hundredth of it. Where its terms cancel, at a stationary point of the
 * density, no digit of a score is significant. More than 16 training models that are equal to within a small σ are the hardest case: ρ is 1 there.
 *
 * <p><b>Threads.</b> Tasks go to the executor given; results depend neither on the number of threads, nor on the width of the machine's vectors, nor on which states share a call, to the last bit.
 * Calls from several threads are safe; each that runs at the same time has a workspace of its own.
 *
 * <p>Source: Siahkoohi and Sabeddu (2026), arXiv 2603.19629, eq. 3; Efron (2011), "Tweedie's formula and selection bias", for the denoiser; Higham and Mary (2019), "A new approach to
 * probabilistic rounding error analysis", for E.
 */
public final class MemorizedScore {

    private static final int LARGEST_BATCH = 128;

    /** Responsibilities of a batch: 128 MiB of doubles. */
    private static final long LARGEST_TABLE = 1L << 24;

    /** Values of a batch of states: 1 GiB of floats. */
    private static final long LARGEST_STATES = 1L << 28;

    private final TrainingMatrix models;
    private final RunExecutor executor;
    private final int batch;
    private final Pool<Workspace> workspaces;

    /**
     * The noisy distribution of a weighted training set.
     *
     * @param models the training models x_n
     * @param logWeights log w_n of normalised weights; {@code -Infinity} for weight zero; not kept
     * @param executor runs the tasks of a call
     * @throws InvalidInputException when the weights are not as many as the models, or hold NaN or +Infinity, or nothing but zeros
     */
    public MemorizedScore(TrainingMatrix models, double[] logWeights, RunExecutor executor) {
        this(models, executor, checked(logWeights, models.count()), TrainingMatrix::lookup);
    }

    MemorizedScore(TrainingMatrix models, RunExecutor executor, double[] logWeights, Passes passes) {
        this.models = models;
        this.executor = executor;
        long byTable = LARGEST_TABLE / models.count();
        long byStates = LARGEST_STATES / models.dimension();
        this.batch = (int) Math.max(1, Math.min(LARGEST_BATCH, Math.min(byTable, byStates)));
        this.workspaces = new Pool<>(() -> new Workspace(passes.over(models, logWeights, executor)));
    }

    /** Makes the passes over a training set. */
    interface Passes {
        Lookup over(TrainingMatrix models, double[] logWeights, RunExecutor executor);
    }

    private static double[] checked(double[] logWeights, int count) {
        if (logWeights.length != count) {
            throw new InvalidInputException(
                    "weights", "got " + logWeights.length + " for " + count + " training models", "give one for each");
        }
        double greatest = Double.NEGATIVE_INFINITY;
        for (int n = 0; n < count; n++) {
            if (Double.isNaN(logWeights[n]) || logWeights[n] == Double.POSITIVE_INFINITY) {
                throw new InvalidInputException(
                        "weight " + n,
                        "has logarithm " + logWeights[n],
                        "give weights that are finite and not negative");
            }
            greatest = Math.max(greatest, logWeights[n]);
        }
        if (greatest == Double.NEGATIVE_INFINITY) {
            throw new InvalidInputException("weights", "are all zero", "give at least one training model a weight");
        }
        return logWeights.clone();
    }

    /**
     * Scores ∇ log p_σ of several states.
     *
     * @param states count × d values; not modified
     * @param count number of states
     * @param sigma noise level, greater than 0
     * @param out receives count × d values; overwritten
     * @throws InvalidInputException for a noise level that is not positive and finite, arrays that are too short
     * @throws NumericsException when a state is not finite, or σ is so small that distances over σ² overflow
     */
    public void score(double[] states, int count, double sigma, double[] out) {
        checkLength("scores", out, count, models.dimension());
        forEachBatch(
                states,
                count,
                sigma,
                (workspace, part) ->
                        workspace.lookup.displacements(part, workspace.responsibilities, 0, 1 / (sigma * sigma), out));
    }

    /**
     * Denoised states D(X) = E[x | X].
     *
     * @param states count × d values; not modified
     * @param count number of states
     * @param sigma noise level, greater than 0
     * @param out receives count × d values; overwritten
     * @throws InvalidInputException as {@link #score}
     * @throws NumericsException as {@link #score}
     */
    public void denoise(double[] states, int count, double sigma, double[] out) {
        checkLength("denoised states", out, count, models.dimension());
        forEachBatch(
                states,
                count,
                sigma,
                (workspace, part) -> workspace.lookup.displacements(part, workspace.responsibilities, 1, 1, out));
    }

    /**
     * Products of the denoiser's Jacobian with directions: J_D(X) v = Σ_n r_n (x_n − D) ((x_n − D)·v) / σ².
     *
     * @param states count × d values; not modified
     * @param directions count × d values v; not modified
     * @param count number of states
     * @param sigma noise level, greater than 0
     * @param out receives count × d values; overwritten; another array than the inputs
     * @throws InvalidInputException as {@link #score}
     * @throws NumericsException as {@link #score}
     */
    public void denoiserJacobian(double[] states, double[] directions, int count, double sigma, double[] out) {
        checkLength("directions", directions, count, models.dimension());
        checkLength("products", out, count, models.dimension());
        forEachBatch(states, count, sigma, (workspace, part) -> {
            workspace.lookup.displacements(part, workspace.responsibilities, 1, 1, out);
            workspace.scatter.multiply(
                    new Lookup.Batch(out, part.first(), part.count()),
                    directions,
                    workspace.responsibilities,
                    1 / (sigma * sigma));
        });
    }

    /**
     * Responsibilities r_n(X): the probability that X is training model n plus noise.
     *
     * @param states count × d values; not modified
     * @param count number of states
     * @param sigma noise level, greater than 0
     * @param out receives count × N values, those of a state one after another; overwritten
     * @throws InvalidInputException as {@link #score}
     * @throws NumericsException as {@link #score}
     */
    public void responsibilities(double[] states, int count, double sigma, double[] out) {
        int models = this.models.count();
        checkLength("responsibilities", out, count, models);
        forEachBatch(
                states,
                count,
                sigma,
                (workspace, part) -> System.arraycopy(
                        workspace.responsibilities, 0, out, part.first() * models, part.count() * models));
    }

    /**
     * Log densities log p_σ(X).
     *
     * @param states count × d values; not modified
     * @param count number of states
     * @param sigma noise level, greater than 0
     * @param out receives count values; overwritten
     * @throws InvalidInputException as {@link #score}
     * @throws NumericsException as {@link #score}
     */
    public void logDensity(double[] states, int count, double sigma, double[] out) {
        checkLength("log densities", out, count, 1);
        double constant = models.dimension() / 2.0 * Math.log(2 * Math.PI * sigma * sigma);
        forEachBatch(states, count, sigma, (workspace, part) -> {
            for (int b = 0; b < part.count(); b++) {
                out[part.first() + b] = workspace.logSums[b] - constant;
            }
        });
    }

    private void forEachBatch(double[] states, int count, double sigma, Use use) {
        checkLength("states", states, count, models.dimension());
        if (!(sigma > 0) || sigma == Double.POSITIVE_INFINITY) {
            throw new InvalidInputException(
                    "sigma", "must be greater than 0, got " + sigma, "give a positive noise level in model units");
        }
        workspaces.use(workspace -> {
            workspace.fit(Math.min(batch, count));
            for (int first = 0; first < count; first += batch) {
                Lookup.Batch part = new Lookup.Batch(states, first, Math.min(batch, count - first));
                workspace.lookup.logits(part, sigma, workspace.responsibilities);
                executor.forEach(
                        part.count(),
                        b -> workspace.logSums[b] =
                                normalise(workspace.responsibilities, b * models.count(), part, b, sigma));
                use.accept(workspace, part);
            }
        });
    }

    /** Turns logits into responsibilities in place; gives the logarithm of the sum. */
    private double normalise(double[] table, int at, Lookup.Batch part, int b, double sigma) {
        int end = at + models.count();
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = at; i < end; i++) {
            greatest = Math.max(greatest, table[i]);
        }
        if (!Double.isFinite(greatest)) {
            part.requireFinite(b, models.dimension());
            throw new NumericsException("state " + (part.first() + b)
                    + ": every distance to a training model, over 2 sigma^2, overflows at sigma = " + sigma
                    + "; give a larger noise level, or scale the model space");
        }
        double sum = 0;
        for (int i = at; i < end; i++) {
            table[i] = Math.exp(table[i] - greatest);
            sum += table[i];
        }
        double factor = 1 / sum;
        for (int i = at; i < end; i++) {
            table[i] *= factor;
        }
        return greatest + Math.log(sum);
    }

    private static void checkLength(String name, double[] array, int count, int each) {
        if (count < 0 || array.length < (long) count * each) {
            throw new InvalidInputException(
                    name,
                    "array of " + array.length + " values for " + count + " x " + each,
                    "give an array of that size");
        }
    }

    private interface Use {
        void accept(Workspace workspace, Lookup.Batch part);
    }

    private final class Workspace {

        final Lookup lookup;
        final ScatterProducts scatter = new ScatterProducts(models.rows(), executor);
        double[] responsibilities = new double[0];
        double[] logSums = new double[0];

        Workspace(Lookup lookup) {
            this.lookup = lookup;
        }

        void fit(int states) {
            if (logSums.length < states) {
                logSums = new double[states];
                responsibilities = new double[states * models.count()];
            }
        }
    }
}
