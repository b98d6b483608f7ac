package org.rote.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.rote.spi.Atoms;
import org.rote.spi.DenoiserJacobian;
import org.rote.spi.Drawable;
import org.rote.spi.NoisyScore;
import org.rote.spi.Prior;
import org.rote.spi.Space;

/**
 * A training set as a prior, Σ_n w_n δ(x − x_n), with its exact noisy score and the Jacobian of its denoiser, for tests of samplers and diagnostics. Written for clarity, not for
 * speed. Immutable.
 */
public final class AtomPrior implements Prior, Atoms, NoisyScore, DenoiserJacobian, Drawable {

    private final Space space;
    private final double[] weights;
    private final double[][] models;

    /**
     * Takes models of equal weight.
     *
     * @param models x_n, all of one length
     */
    public AtomPrior(double[]... models) {
        this(IntStream.range(0, models.length).mapToDouble(n -> 1).toArray(), models);
    }

    /**
     * Takes weighted models.
     *
     * @param weights w_n, not negative; divided by their sum
     * @param models x_n, all of one length
     */
    public AtomPrior(double[] weights, double[][] models) {
        double sum = Arrays.stream(weights).sum();
        this.space = Space.vector(models[0].length);
        this.weights = Arrays.stream(weights).map(weight -> weight / sum).toArray();
        this.models = Arrays.stream(models).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public Space space() {
        return space;
    }

    @Override
    public int count() {
        return models.length;
    }

    @Override
    public void atom(int n, double[] out) {
        System.arraycopy(models[n], 0, out, 0, space.size());
    }

    @Override
    public double logWeight(int n) {
        return Math.log(weights[n]);
    }

    @Override
    public String identity() {
        return identity(this, space.size());
    }

    @Override
    public void scores(double[] states, int count, double sigma, double[] out) {
        int size = space.size();
        for (int k = 0; k < count; k++) {
            double[] state = Arrays.copyOfRange(states, k * size, (k + 1) * size);
            System.arraycopy(score(state, sigma), 0, out, k * size, size);
        }
    }

    /** (Σ_n r_n x_n − x) / σ². */
    private double[] score(double[] x, double sigma) {
        double[] denoised = ClosedForm.mean(responsibilities(x, sigma), models);
        return Vectors.times(1 / (sigma * sigma), Vectors.minus(denoised, x));
    }

    @Override
    public void products(double[] states, double[] directions, int count, double sigma, double[] out) {
        int size = space.size();
        for (int k = 0; k < count; k++) {
            double[] state = Arrays.copyOfRange(states, k * size, (k + 1) * size);
            double[] direction = Arrays.copyOfRange(directions, k * size, (k + 1) * size);
            System.arraycopy(product(state, direction, sigma), 0, out, k * size, size);
        }
    }

    /** Σ_n r_n (x_n − D) ((x_n − D)·v) / σ², D = Σ_n r_n x_n. */
    private double[] product(double[] x, double[] v, double sigma) {
        double[] responsibilities = responsibilities(x, sigma);
        double[] denoised = ClosedForm.mean(responsibilities, models);
        double[] product = new double[x.length];
        for (int n = 0; n < models.length; n++) {
            double[] deviation = Vectors.minus(models[n], denoised);
            product =
                    Vectors.plus(product, responsibilities[n] * Vectors.dot(deviation, v) / (sigma * sigma), deviation);
        }
        return product;
    }

    /** r_n(x), the probability that x is atom n with noise. */
    private double[] responsibilities(double[] x, double sigma) {
        double[] logs = new double[models.length];
        for (int n = 0; n < models.length; n++) {
            double distance = Vectors.norm(Vectors.minus(x, models[n])) / sigma;
            logs[n] = logWeight(n) - 0.5 * distance * distance;
        }
        double total = Vectors.logSumExp(logs);
        return Arrays.stream(logs).map(log -> Math.exp(log - total)).toArray();
    }

    @Override
    public void draw(RandomGenerator random, double[] out) {
        atom(ClosedForm.choose(weights, random.nextDouble()), out);
    }

    /** SHA-256 of the atoms as little-endian doubles, in hexadecimal. */
    static String identity(Atoms atoms, int size) {
        MessageDigest digest = sha256();
        ByteBuffer bytes = ByteBuffer.allocate(size * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        double[] model = new double[size];
        for (int n = 0; n < atoms.count(); n++) {
            atoms.atom(n, model);
            bytes.asDoubleBuffer().put(model);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
