package org.rote.numerics.posterior;

import org.rote.numerics.Vectors;
import org.rote.spi.AffineMapping;
import org.rote.spi.Components;
import org.rote.spi.Covariance;
import org.rote.spi.Likelihood;
import org.rote.spi.SamplerContext;

/** Components of one covariance under an affine map: one factorisation serves all, means are found when asked for. Memory: m² doubles and one weight each. */
final class SharedUpdate implements UpdatedComponents {

    private final Components prior;
    private final Likelihood likelihood;
    private final double[] data;
    private final GaussianUpdate update;
    private final Covariance covariance;
    private final double[] logWeights;

    SharedUpdate(Components prior, Likelihood likelihood, UpdateRecipe recipe, SamplerContext context) {
        this.prior = prior;
        this.likelihood = likelihood;
        this.data = likelihood.data();
        context.progress().report("factoring the data covariance", 0, 1);
        this.update = recipe.forAffine((AffineMapping) likelihood.mapping(), prior.covariance(0), context.executor());
        update.prepare(context);
        this.covariance = update.covariance();
        this.logWeights = new double[prior.count()];
        LongWork.forEach("weighing components", prior.count(), context, n -> {
            double[] mean = new double[likelihood.mapping().domain().size()];
            prior.mean(n, mean);
            logWeights[n] = prior.logWeight(n) + update.logEvidence(residual(mean));
        });
    }

    @Override
    public double[] logWeights() {
        return logWeights.clone();
    }

    @Override
    public void mean(int n, double[] out) {
        double[] mean = new double[out.length];
        prior.mean(n, mean);
        update.shift(residual(mean), out);
        Vectors.add(out, mean);
    }

    @Override
    public Covariance covariance(int n) {
        return covariance;
    }

    @Override
    public boolean share() {
        return true;
    }

    private double[] residual(double[] mean) {
        double[] predicted = new double[data.length];
        likelihood.mapping().forward(mean, predicted);
        return Vectors.minus(data, predicted);
    }
}
