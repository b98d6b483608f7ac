package org.rote.numerics;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.rote.spi.Atoms;
import org.rote.spi.Context;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.RunExecutor;
import org.rote.spi.Space;

/**
 * Training models in memory, with weights: what empirical and memorized priors are made of.
 *
 * <p>Kept in a {@link TrainingMatrix}: in single precision where that loses nothing, so that 5 000 models of 4 900 cells take 98 MB. Immutable.
 */
public final class TrainingModels implements Atoms {

    private final TrainingMatrix matrix;
    private final Weights weights;
    private final String identity;
    private final int copies;

    private TrainingModels(TrainingMatrix matrix, Weights weights, String identity, int copies) {
        this.matrix = matrix;
        this.weights = weights;
        this.identity = identity;
        this.copies = copies;
    }

    /**
     * Reads a data set, with equal weights. Cost: every model is read and hashed once.
     *
     * @param dataset the models
     * @param space where they must live
     * @param executor reads several models at once
     * @param key the component of the config record that named the data set, for messages
     * @return the models
     * @throws InvalidInputException when the spaces differ, there are fewer than two models, or a value is not finite
     */
    public static TrainingModels read(Dataset dataset, Space space, RunExecutor executor, String key) {
        space.mismatch(dataset.space()).ifPresent(mismatch -> {
            throw new InvalidInputException(
                    key, mismatch, "give models for the space of this study: " + space.describe());
        });
        int count = dataset.count();
        if (count < 2) {
            throw new InvalidInputException(
                    key,
                    count == 0
                            ? "holds no model"
                            : "holds a single model, of which there is nothing to learn but itself",
                    "give at least two models; around a single one, use the prior \"gaussian\" with it as mean");
        }
        Filling filling = new Filling(count, space.size());
        double[][] block = new double[Math.min(executor.parallelism(), count)][space.size()];
        for (int n = 0; n < count; n += block.length) {
            int first = n;
            int models = Math.min(block.length, count - first);
            executor.forEach(models, k -> {
                dataset.read(first + k, block[k]);
                requireFinite(block[k], first + k, key);
            });
            for (int k = 0; k < models; k++) {
                filling.add(block[k]);
            }
        }
        return filling.finish(Weights.uniform(count));
    }

    /**
     * Atoms in this form: the same object where they have it already, a copy in memory otherwise.
     *
     * @param atoms the atoms
     * @param size numbers in one atom
     * @return the models
     */
    public static TrainingModels of(Atoms atoms, int size) {
        if (atoms instanceof TrainingModels models) {
            return models;
        }
        double[] model = new double[size];
        double[] logs = new double[atoms.count()];
        Filling filling = new Filling(logs.length, size);
        for (int n = 0; n < logs.length; n++) {
            atoms.atom(n, model);
            logs[n] = atoms.logWeight(n);
            filling.add(model);
        }
        return filling.finish(Weights.ofLogs(logs));
    }

    private static void requireFinite(double[] model, int n, String key) {
        for (int i = 0; i < model.length; i++) {
            if (!Double.isFinite(model[i])) {
                throw new InvalidInputException(
                        key, "model " + n + " has " + model[i] + " at index " + i, "remove or repair the model");
            }
        }
    }

    /**
     * The same models with other weights.
     *
     * @param other as many weights as models
     * @return the reweighted models, sharing memory with these
     */
    public TrainingModels weighted(Weights other) {
        if (other.count() != count()) {
            throw new IllegalArgumentException("weights=" + other.count() + " for models=" + count());
        }
        return new TrainingModels(matrix, other, identity, copies);
    }

    /**
     * Warns of models that occur more than once: their weights add up, which is seldom meant.
     *
     * @param key the component of the config record that named the data set, for the message
     * @param context where to warn
     */
    public void warnOfCopies(String key, Context context) {
        if (copies > 0) {
            context.warn(
                    key + ": " + copies + " of " + count()
                            + " models are exact copies of earlier ones, so their weights add up; remove the copies if that is not meant");
        }
    }

    /**
     * How many models are bit for bit equal to one before them.
     *
     * @return 0 where all differ
     */
    public int copies() {
        return copies;
    }

    /**
     * The weights.
     *
     * @return N weights
     */
    public Weights weights() {
        return weights;
    }

    /**
     * The models as the kernels read them.
     *
     * @return the matrix
     */
    public TrainingMatrix matrix() {
        return matrix;
    }

    @Override
    public int count() {
        return matrix.count();
    }

    @Override
    public void atom(int n, double[] out) {
        matrix.row(n, out);
    }

    @Override
    public double logWeight(int n) {
        return weights.log(n);
    }

    @Override
    public String identity() {
        return identity;
    }

    /** Fills a matrix and hashes what it is filled with. */
    private static final class Filling {
        private final TrainingMatrixBuilder builder;
        private final MessageDigest all = sha256();
        private final MessageDigest one = sha256();
        private final ByteBuffer bytes;
        private final Set<ByteBuffer> seen = new HashSet<>();
        private int added;

        Filling(int count, int size) {
            this.builder = TrainingMatrix.builder(count, size);
            this.bytes =
                    ByteBuffer.allocate(Math.multiplyExact(size, Double.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        }

        void add(double[] model) {
            builder.add(model);
            bytes.clear();
            bytes.asDoubleBuffer().put(model);
            all.update(bytes.array());
            seen.add(ByteBuffer.wrap(one.digest(bytes.array())));
            added++;
        }

        TrainingModels finish(Weights weights) {
            String identity = HexFormat.of().formatHex(all.digest());
            return new TrainingModels(builder.build(), weights, identity, added - seen.size());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
