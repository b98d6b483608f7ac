package org.rote.plugins.diagnostic.collapse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.rote.spi.AffineMapping;
import org.rote.spi.Case;
import org.rote.spi.Diagnostic;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Line;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Points;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Rule;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Finding;
import org.rote.spi.GaussianNoise;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Prior;
import org.rote.spi.TrainingSet;
import org.rote.spi.Value;

/**
 * Effective posterior modes exp(H(w)) against the bandwidth σ of a memorized prior, for several sizes N of its training set, and the bandwidth σ_crit = (δ γ / ‖F′‖)^½ below which the dominance
 * condition of Siahkoohi &amp; Sabeddu (2026) expects collapse. δ is the mean edge of the minimum spanning tree of the training models (in one dimension their range over
 * N − 1), ‖F′‖/γ the mean over them of the largest singular value of F′ in units of the noise. The models of a training set count alike.
 *
 * <p>The weights are exact for one unknown (quadrature) and for affine operators, and those of the linearized mixture otherwise; findings and figure say so. Cost: one eigendecomposition of
 * side min(m, d) for an affine operator, one for each model otherwise, and N² d/2 operations for δ. Memory: the models of the training sets.
 */
final class CollapseCurve implements Diagnostic {

    private final List<Integer> counts;
    private final double[] sigmas;
    private final Optional<ModelPool> pool;

    CollapseCurve(List<Integer> counts, double[] sigmas, Optional<ModelPool> pool) {
        this.counts = counts;
        this.sigmas = sigmas;
        this.pool = pool;
    }

    @Override
    public Optional<String> inapplicable(Case subject) {
        Likelihood likelihood = subject.posterior().likelihood();
        int side = Math.min(
                likelihood.mapping().range().size(),
                likelihood.mapping().domain().size());
        if (!(likelihood.noise() instanceof GaussianNoise)) {
            return Optional.of("the noise is not Gaussian");
        }
        if (side > SpectrumRecipe.LARGEST) {
            return Optional.of("data and model both have more than " + SpectrumRecipe.LARGEST + " numbers");
        }
        Optional<ModelPool> models = pool(subject);
        if (models.isEmpty()) {
            return Optional.of("the prior has no training set, and no pool is given");
        }
        Optional<String> mismatch =
                subject.posterior().space().mismatch(models.get().space());
        if (mismatch.isPresent()) {
            return Optional.of("the pool does not fit the model: " + mismatch.get());
        }
        int size = models.get().count();
        int largest = counts.stream().mapToInt(Integer::intValue).max().orElseThrow();
        return largest > size
                ? Optional.of("counts asks for " + largest + " models, the pool has " + size)
                : Optional.empty();
    }

    @Override
    public Examination examine(Case subject) {
        return new Once(() -> conclude(subject));
    }

    private Optional<ModelPool> pool(Case subject) {
        Prior prior = subject.posterior().prior();
        return pool.or(() -> prior.capability(TrainingSet.class)
                .map(set -> ModelPool.of(set.training(), subject.posterior().space())));
    }

    private Conclusion conclude(Case subject) {
        ModelEvidences evidences = new ModelEvidences(subject, pool(subject).orElseThrow(), counts);
        String unit = subject.posterior().space().unit();
        List<Curve> curves = new ArrayList<>();
        for (int count : counts) {
            curves.add(curve(evidences, count, sigmas));
        }
        String weights = weights(subject.posterior());
        return new Conclusion(findings(unit, curves, sigmas, weights), List.of(figure(unit, curves, sigmas, weights)));
    }

    /** How the weights were found, for people. */
    private static String weights(Posterior posterior) {
        if (posterior.space().size() == 1) {
            return "weights exact, by quadrature";
        }
        return posterior.likelihood().mapping() instanceof AffineMapping
                ? "weights exact, as the operator is linear"
                : "weights linearized: F replaced by its tangent at each model";
    }

    /** One training set. */
    private record Curve(
            int count, double spacing, double derivative, double critical, double[] modes, double atCritical) {}

    private static Curve curve(ModelEvidences evidences, int count, double[] sigmas) {
        double[] modes = new double[sigmas.length];
        for (int s = 0; s < sigmas.length; s++) {
            modes[s] = evidences.effectiveModes(count, sigmas[s]);
        }
        double spacing = evidences.spacing(count);
        double derivative = evidences.derivative(count);
        double critical = Math.sqrt(spacing / derivative);
        // where F′ is zero the data never tell the models apart, at any bandwidth
        double finite = Double.isInfinite(critical) ? sigmas[sigmas.length - 1] : critical;
        return new Curve(count, spacing, derivative, critical, modes, evidences.effectiveModes(count, finite));
    }

    private static List<Finding> findings(String unit, List<Curve> curves, double[] sigmas, String weights) {
        int count = curves.size();
        double[] modes = new double[count * sigmas.length];
        for (int c = 0; c < count; c++) {
            System.arraycopy(curves.get(c).modes(), 0, modes, c * sigmas.length, sigmas.length);
        }
        String source = "Siahkoohi & Sabeddu (2026), dominance condition";
        return List.of(
                Finding.info("sigma-crit", row(curves, Curve::critical), unit, "where collapse is expected, for each N")
                        .from(source),
                Finding.info(
                        "effective-modes-at-sigma-crit",
                        row(curves, Curve::atCritical),
                        "1",
                        "effective modes left there; " + weights),
                Finding.info("counts", row(curves, Curve::count), "1", "sizes N of the training sets"),
                Finding.info("sigma", Value.of(sigmas), unit, "bandwidths"),
                Finding.info(
                        "effective-modes",
                        new Value(new int[] {count, sigmas.length}, modes),
                        "1",
                        "exp of the entropy of the weights, a row for each N; " + weights),
                Finding.info("spacing", row(curves, Curve::spacing), unit, "delta, mean edge of the spanning tree"),
                Finding.info(
                        "derivative",
                        row(curves, Curve::derivative),
                        "1",
                        "mean of |F'| over the noise, at the models"));
    }

    private static Value row(List<Curve> curves, ToDoubleFunction<Curve> of) {
        return Value.of(curves.stream().mapToDouble(of).toArray());
    }

    private static Figure figure(String unit, List<Curve> curves, double[] sigmas, String weights) {
        double first = sigmas[0];
        double last = sigmas[sigmas.length - 1];
        List<Layer> layers = new ArrayList<>();
        for (Curve curve : curves) {
            layers.add(new Line("N = " + curve.count(), Role.SERIES, sigmas, curve.modes()));
            if (curve.critical() >= first && curve.critical() <= last) {
                layers.add(new Points(
                        "", Role.SERIES, new double[] {curve.critical()}, new double[] {curve.atCritical()}));
            }
        }
        layers.add(new Rule("one model", Role.EXACT, false, 1));
        Panel panel = new Panel(
                "",
                Scale.logarithmic("bandwidth σ", unit).between(first, last),
                Scale.logarithmic("effective posterior modes", "1"),
                layers);
        return new Figure(
                "collapse-curve",
                "Posterior collapse",
                "Effective posterior modes against the bandwidth of the memorized prior. The point on each curve marks the bandwidth below"
                        + " which the dominance condition expects collapse. At 1 the posterior looks up one training model ("
                        + weights + ").",
                List.of(panel));
    }
}
