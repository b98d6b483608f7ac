package org.rote.numerics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.rote.spi.RunExecutor;

/**
 * The directions in which models vary most, from the eigenvectors of the smaller of X Xᵀ and XᵀX, X the centred models.
 *
 * <p>Cost: N d min(N, d) / 2 multiplications for the products, which are spread over the executor where they are those between models, and an eigendecomposition, see {@link SymmetricEigen}. Immutable.
 */
public final class PrincipalComponents {

    /** Models that are held as doubles at a time, by each thread. */
    private static final int BLOCK = 32;

    private final double[] mean;
    private final double[] variances;
    private final int[] order;
    private final SymmetricEigen eigen;

    private PrincipalComponents(double[] mean, double[] variances, int[] order, SymmetricEigen eigen) {
        this.mean = mean;
        this.variances = variances;
        this.order = order;
        this.eigen = eigen;
    }

    /**
     * Of a set of models, all of one weight.
     *
     * @param models at least two
     * @param size numbers in one model
     * @param executor runs the products
     * @return the components
     */
    public static PrincipalComponents of(TrainingModels models, int size, RunExecutor executor) {
        int count = models.count();
        double[] mean = new double[size];
        double[] model = new double[size];
        for (int n = 0; n < count; n++) {
            models.atom(n, model);
            Vectors.add(mean, 1.0 / count, model);
        }
        double[] products = count <= size ? betweenModels(models, mean, executor) : betweenCells(models, mean);
        SymmetricEigen eigen = SymmetricEigen.of(Math.min(count, size), products);
        double[] values = eigen.values();
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -values[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] variances = Arrays.stream(order)
                .mapToDouble(k -> Math.max(0, values[k]) / (count - 1))
                .toArray();
        return new PrincipalComponents(mean, variances, order, eigen);
    }

    /**
     * The mean of the models.
     *
     * @return m̄; read it, do not change it
     */
    public double[] mean() {
        return mean;
    }

    /**
     * Variances along all directions, with the divisor N − 1.
     *
     * @return min(N, d) numbers, largest first, none negative; read them, do not change them
     */
    public double[] variances() {
        return variances;
    }

    /**
     * The first directions. What the eigenvectors of squares lost to rounding, a second orthogonalization brings back.
     *
     * @param count how many, at most as many as there are variances greater than 0
     * @param models the models that the components were made from
     * @return orthonormal directions, one after another
     */
    public double[][] directions(int count, TrainingModels models) {
        double[][] directions = new double[count][mean.length];
        double[][] eigenvectors = new double[count][eigen.size()];
        double[] unit = new double[eigen.size()];
        for (int k = 0; k < count; k++) {
            unit[order[k]] = 1;
            eigen.vector(unit, eigenvectors[k]);
            unit[order[k]] = 0;
        }
        if (models.count() > mean.length) {
            directions = eigenvectors;
        } else {
            double[] model = new double[mean.length];
            for (int n = 0; n < models.count(); n++) {
                centred(models, n, mean, model);
                for (int k = 0; k < count; k++) {
                    Vectors.add(directions[k], eigenvectors[k][n], model);
                }
            }
        }
        orthonormalize(directions);
        return directions;
    }

    private static void orthonormalize(double[][] directions) {
        for (int k = 0; k < directions.length; k++) {
            for (int pass = 0; pass < 2; pass++) {
                Vectors.scale(directions[k], 1 / Vectors.norm(directions[k]));
                for (int l = 0; l < k; l++) {
                    Vectors.add(directions[k], -Vectors.dot(directions[k], directions[l]), directions[l]);
                }
            }
            Vectors.scale(directions[k], 1 / Vectors.norm(directions[k]));
        }
    }

    /** X Xᵀ, block by block. */
    private static double[] betweenModels(TrainingModels models, double[] mean, RunExecutor executor) {
        int count = models.count();
        int blocks = (count + BLOCK - 1) / BLOCK;
        double[] products = new double[Math.multiplyExact(count, count)];
        executor.forEach(blocks, block -> {
            int from = block * BLOCK;
            double[][] rows = new double[Math.min(BLOCK, count - from)][mean.length];
            for (int i = 0; i < rows.length; i++) {
                centred(models, from + i, mean, rows[i]);
            }
            double[] other = new double[mean.length];
            for (int n = from; n < count; n++) {
                centred(models, n, mean, other);
                for (int i = 0; i < rows.length; i++) {
                    products[(from + i) * count + n] = fastDot(rows[i], other);
                }
            }
        });
        mirror(products, count);
        return products;
    }

    /** Four chains of sums hide the time that an addition takes. */
    private static double fastDot(double[] a, double[] b) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            sum0 += a[i] * b[i];
            sum1 += a[i + 1] * b[i + 1];
            sum2 += a[i + 2] * b[i + 2];
            sum3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            sum0 += a[i] * b[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }

    /** XᵀX, model by model. */
    private static double[] betweenCells(TrainingModels models, double[] mean) {
        int size = mean.length;
        double[] products = new double[Math.multiplyExact(size, size)];
        double[] model = new double[size];
        for (int n = 0; n < models.count(); n++) {
            centred(models, n, mean, model);
            for (int i = 0; i < size; i++) {
                for (int j = i; j < size; j++) {
                    products[i * size + j] += model[i] * model[j];
                }
            }
        }
        mirror(products, size);
        return products;
    }

    private static void centred(TrainingModels models, int n, double[] mean, double[] out) {
        models.atom(n, out);
        Vectors.add(out, -1, mean);
    }

    /** Completes a symmetric matrix from its upper triangle; what blocks computed below the diagonal too is the same. */
    private static void mirror(double[] matrix, int size) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i * size + j] = matrix[j * size + i];
            }
        }
    }
}
