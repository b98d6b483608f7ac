package org.rote.plugins.diagnostic.collapse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.rote.numerics.Weights;
import org.rote.spi.AffineMapping;
import org.rote.spi.Atoms;
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
import org.rote.spi.TrainingSet;
import org.rote.spi.Value;

/**
 * Effective posterior modes exp(H(w)) against the bandwidth σ of a memorized prior, for several sizes N of its training set, and the bandwidth σ_crit = (δ γ / ‖F′‖)^½ below which the dominance
 * condition of Siahkoohi &amp; Sabeddu (2026) expects collapse. δ is the mean edge of the minimum spanning tree of the training models (in one dimension their range over
 * N − 1), ‖F′‖/γ the mean over them of the largest singular value of F′ in units of the noise.
 *
 * <p>The weights are exact for one unknown (quadrature) and for affine operators, and those of the linearized mixture otherwise. Cost: one eigendecomposition of side min(m, d) for an affine
 * operator, one for each model otherwise.
 */
final class CollapseCurve implements Diagnostic {

    private final CollapseCurveConfig config;
    private final Optional<double[][]> pool;

    CollapseCurve(CollapseCurveConfig config, Optional<double[][]> pool) {
        this.config = config;
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
        if (side > Spectrum.LARGEST) {
            return Optional.of("data and model both have more than " + Spectrum.LARGEST + " numbers");
        }
        if (pool.isEmpty()
                && subject.posterior().prior().capability(TrainingSet.class).isEmpty()) {
            return Optional.of("the prior has no training set, and no pool is given");
        }
        int size = pool(subject).length;
        int largest = config.counts().stream().mapToInt(Integer::intValue).max().orElseThrow();
        return largest > size
                ? Optional.of("counts asks for " + largest + " models, the pool has " + size)
                : Optional.empty();
    }

    @Override
    public Examination examine(Case subject) {
        return new Once(() -> conclude(subject));
    }

    private double[][] pool(Case subject) {
        return pool.orElseGet(() -> {
            Atoms training = subject.posterior()
                    .prior()
                    .capability(TrainingSet.class)
                    .orElseThrow()
                    .training();
            return SpanningTree.read(training, subject.posterior().space().size());
        });
    }

    private Conclusion conclude(Case subject) {
        double[] sigmas = config.bandwidths();
        ModelEvidences evidences = new ModelEvidences(subject, pool(subject), config.counts());
        List<Curve> curves = new ArrayList<>();
        for (int count : config.counts()) {
            curves.add(curve(evidences, count, sigmas));
        }
        return new Conclusion(findings(curves, sigmas), List.of(figure(curves, sigmas)));
    }

    /** One training set. */
    private record Curve(
            int count, double spacing, double derivative, double critical, double[] modes, double atCritical) {}

    private static Curve curve(ModelEvidences evidences, int count, double[] sigmas) {
        int[] members = evidences.members(count);
        double[] modes = new double[sigmas.length];
        for (int s = 0; s < sigmas.length; s++) {
            modes[s] = evidences.effectiveModes(members, sigmas[s]);
        }
        double spacing = evidences.spacing(members);
        double derivative = evidences.derivative(members);
        double critical = Math.sqrt(spacing / derivative);
        return new Curve(count, spacing, derivative, critical, modes, evidences.effectiveModes(members, critical));
    }

    private static List<Finding> findings(List<Curve> curves, double[] sigmas) {
        int count = curves.size();
        double[] modes = new double[count * sigmas.length];
        for (int c = 0; c < count; c++) {
            System.arraycopy(curves.get(c).modes(), 0, modes, c * sigmas.length, sigmas.length);
        }
        String source = "Siahkoohi & Sabeddu (2026), dominance condition";
        return List.of(
                Finding.info(
                                "sigma-crit",
                                row(curves, Curve::critical),
                                "model units",
                                "where collapse is expected, for each N")
                        .from(source),
                Finding.info(
                        "effective-modes-at-sigma-crit", row(curves, Curve::atCritical), "1", "what is left there"),
                Finding.info("counts", row(curves, Curve::count), "1", "sizes N of the training sets"),
                Finding.info("sigma", Value.of(sigmas), "model units", "bandwidths"),
                Finding.info(
                        "effective-modes",
                        new Value(new int[] {count, sigmas.length}, modes),
                        "1",
                        "exp of the entropy of the weights, a row for each N"),
                Finding.info(
                        "spacing", row(curves, Curve::spacing), "model units", "delta, mean edge of the spanning tree"),
                Finding.info(
                        "derivative",
                        row(curves, Curve::derivative),
                        "1",
                        "mean of |F'| over the noise, at the models"));
    }

    private static Value row(List<Curve> curves, ToDoubleFunction<Curve> of) {
        return Value.of(curves.stream().mapToDouble(of).toArray());
    }

    private static Figure figure(List<Curve> curves, double[] sigmas) {
        List<Layer> layers = new ArrayList<>();
        for (Curve curve : curves) {
            layers.add(new Line("N = " + curve.count(), Role.SERIES, sigmas, curve.modes()));
            layers.add(new Points("", Role.SERIES, new double[] {curve.critical()}, new double[] {curve.atCritical()}));
        }
        layers.add(new Rule("one model", Role.EXACT, false, 1));
        Panel panel = new Panel(
                "",
                Scale.logarithmic("bandwidth σ", "model units").between(sigmas[0], sigmas[sigmas.length - 1]),
                Scale.logarithmic("effective posterior modes", "1"),
                layers);
        return new Figure(
                "collapse-curve",
                "Posterior collapse",
                "Effective posterior modes against the bandwidth of the memorized prior. The point on each curve marks the bandwidth below"
                        + " which the dominance condition expects collapse. At 1 the posterior looks up one training model.",
                List.of(panel));
    }

    /** The evidence of every model that some training set needs. */
    private static final class ModelEvidences {

        private final double[][] pool;
        private final ComponentEvidence[] evidences;
        private final double[] norms;
        private final Case subject;

        ModelEvidences(Case subject, double[][] pool, List<Integer> counts) {
            this.subject = subject;
            this.pool = pool;
            this.evidences = new ComponentEvidence[pool.length];
            this.norms = new double[pool.length];
            Likelihood likelihood = subject.posterior().likelihood();
            Whitening whitening = Whitening.of(((GaussianNoise) likelihood.noise()).covariance());
            int[] needed = counts.stream()
                    .flatMapToInt(count -> Arrays.stream(members(count)))
                    .distinct()
                    .sorted()
                    .toArray();
            Optional<Spectrum> shared = likelihood.mapping() instanceof AffineMapping
                    ? Optional.of(Spectrum.at(pool[0], likelihood, whitening))
                    : Optional.empty();
            subject.executor().forEach(needed.length, i -> {
                double[] model = pool[needed[i]];
                Spectrum spectrum = shared.orElseGet(() -> Spectrum.at(model, likelihood, whitening));
                norms[needed[i]] = spectrum.norm();
                evidences[needed[i]] = model.length == 1
                        ? new QuadratureEvidence(likelihood, model[0])
                        : spectrum.evidence(residual(likelihood, model), model, likelihood);
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

        /** Numbers of {@code count} models spread evenly through the pool, first and last included. */
        int[] members(int count) {
            int[] members = new int[count];
            Arrays.setAll(members, i -> (int) ((long) i * (pool.length - 1) / (count - 1)));
            return members;
        }

        double effectiveModes(int[] members, double sigma) {
            double[] logs = new double[members.length];
            subject.executor().forEach(members.length, i -> logs[i] = evidences[members[i]].log(sigma));
            return Weights.ofLogs(logs).effectiveModes();
        }

        double spacing(int[] members) {
            return SpanningTree.meanEdge(
                    Arrays.stream(members).mapToObj(n -> pool[n]).toArray(double[][]::new));
        }

        double derivative(int[] members) {
            return Arrays.stream(members).mapToDouble(n -> norms[n]).average().orElseThrow();
        }
    }
}
