package org.rote.numerics.posterior;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.rote.numerics.Vectors;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.Likelihood;
import org.rote.spi.Linearization;
import org.rote.spi.SamplerContext;

/**
 * Components that each have a derivative or a covariance of their own: F is linearized at every prior mean. Keeps the N posterior means, and the updates too where
 * all of them fit into 128 MiB; otherwise an update is made again when asked for.
 */
final class EachUpdate implements UpdatedComponents {

    private record Numbered(int n, GaussianUpdate update) {}

    private final Components prior;
    private final UpdateRecipe recipe;
    private final double[][] means;
    private final double[] logWeights;
    private final AtomicReferenceArray<GaussianUpdate> kept;
    private final AtomicReference<Numbered> latest = new AtomicReference<>();

    EachUpdate(Components prior, Likelihood likelihood, UpdateRecipe recipe, SamplerContext context) {
        this.prior = prior;
        this.recipe = recipe;
        int count = prior.count();
        this.means = new double[count][likelihood.mapping().domain().size()];
        this.logWeights = new double[count];
        boolean keep = recipe.outlives() && count * recipe.footprint() <= Jacobian.LARGEST_DENSE;
        this.kept = new AtomicReferenceArray<>(keep ? count : 0);
        double[] data = likelihood.data();
        LongWork.forEachLong("linearizing components", count, context, (n, alive) -> {
            double[] mean = new double[means[n].length];
            prior.mean(n, mean);
            try (Linearization linearization = likelihood.mapping().linearize(mean)) {
                GaussianUpdate update =
                        recipe.within(new WatchedLinearization(linearization, alive), prior.covariance(n));
                double[] residual = Vectors.minus(data, linearization.value());
                logWeights[n] = prior.logWeight(n) + update.logEvidence(residual);
                update.shift(residual, means[n]);
                Vectors.add(means[n], mean);
                if (keep) {
                    kept.set(n, update);
                }
            }
        });
    }

    @Override
    public double[] logWeights() {
        return logWeights.clone();
    }

    @Override
    public void mean(int n, double[] out) {
        System.arraycopy(means[n], 0, out, 0, out.length);
    }

    @Override
    public Covariance covariance(int n) {
        return update(n).covariance();
    }

    @Override
    public boolean share() {
        return false;
    }

    private GaussianUpdate update(int n) {
        if (kept.length() > 0) {
            return kept.get(n);
        }
        Numbered last = latest.get();
        if (last == null || last.n() != n) {
            double[] mean = new double[means[n].length];
            prior.mean(n, mean);
            last = new Numbered(n, recipe.at(mean, prior.covariance(n)));
            latest.set(last);
        }
        return last.update();
    }
}
