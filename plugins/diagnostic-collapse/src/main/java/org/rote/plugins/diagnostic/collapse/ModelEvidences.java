package org.rote.plugins.diagnostic.collapse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.numerics.Weights;
import org.rote.spi.AffineMapping;
import org.rote.spi.Case;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Likelihood;

/** The evidence of every model that some training set needs, and what else a collapse curve asks of them. Keeps these models. */
final class ModelEvidences {

    private final ModelPool pool;
    private final Case subject;
    private final double[][] models;
    private final ComponentEvidence[] evidences;
    private final double[] norms;

    /** For the training sets of {@code sizes} models each. */
    ModelEvidences(Case subject, ModelPool pool, List<Integer> sizes) {
        this.subject = subject;
        this.pool = pool;
        this.models = new double[pool.count()][];
        this.evidences = new ComponentEvidence[pool.count()];
        this.norms = new double[pool.count()];
        int[] needed = sizes.stream()
                .flatMapToInt(size -> Arrays.stream(pool.members(size)))
                .distinct()
                .sorted()
                .toArray();
        for (int n : needed) {
            models[n] = pool.model(n);
        }
        Likelihood likelihood = subject.posterior().likelihood();
        SpectrumRecipe recipe = new SpectrumRecipe(likelihood, ((GaussianNoise) likelihood.noise()).covariance());
        Optional<Spectrum> shared = likelihood.mapping() instanceof AffineMapping
                ? Optional.of(recipe.at(models[needed[0]]))
                : Optional.empty();
        subject.executor().forEach(needed.length, i -> {
            double[] model = models[needed[i]];
            Spectrum spectrum = shared.orElseGet(() -> recipe.at(model));
            norms[needed[i]] = spectrum.norm();
            evidences[needed[i]] = model.length == 1
                    ? new QuadratureEvidence(likelihood, model[0])
                    : spectrum.evidence(residual(likelihood, model), model);
        });
    }

    private static double[] residual(Likelihood likelihood, double[] model) {
        double[] predicted = new double[likelihood.mapping().range().size()];
        likelihood.mapping().forward(model, predicted);
        double[] residual = likelihood.data();
        for (int i = 0; i < residual.length; i++) {
            residual[i] -= predicted[i];
        }
        return residual;
    }

    double effectiveModes(int size, double sigma) {
        int[] members = pool.members(size);
        double[] logs = new double[size];
        subject.executor().forEach(size, i -> logs[i] = evidences[members[i]].log(sigma));
        return Weights.ofLogs(logs).effectiveModes();
    }

    /** δ, the mean edge of the minimum spanning tree. */
    double spacing(int size) {
        return SpanningTree.meanEdge(
                Arrays.stream(pool.members(size)).mapToObj(n -> models[n]).toArray(double[][]::new));
    }

    /** The mean of ‖F′‖ in units of the noise. */
    double derivative(int size) {
        return Arrays.stream(pool.members(size))
                .mapToDouble(n -> norms[n])
                .average()
                .orElseThrow();
    }
}
