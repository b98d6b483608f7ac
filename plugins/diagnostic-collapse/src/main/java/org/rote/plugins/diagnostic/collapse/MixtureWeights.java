package org.rote.plugins.diagnostic.collapse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rote.numerics.Covariances;
import org.rote.numerics.Weights;
import org.rote.spi.Case;
import org.rote.spi.Components;
import org.rote.spi.Diagnostic;
import org.rote.spi.Evidence;
import org.rote.spi.Figure;
import org.rote.spi.Figure.Bars;
import org.rote.spi.Figure.Layer;
import org.rote.spi.Figure.Panel;
import org.rote.spi.Figure.Role;
import org.rote.spi.Figure.Scale;
import org.rote.spi.Finding;
import org.rote.spi.Value;

/** The posterior atom by atom or component by component: weights, and where they are few numbers, means and covariances; beside them the weights without the determinant. */
final class MixtureWeights implements Diagnostic {

    /** Arrays of more numbers are not told: weights go to a file of the case, and of fields the draws show more than means would. */
    private static final int LARGEST_FINDING = 10_000;

    private static final int LARGEST_BAR_CHART = 24;

    @Override
    public Optional<String> inapplicable(Case subject) {
        return PosteriorWeights.inapplicable(subject);
    }

    @Override
    public Examination examine(Case subject) {
        return new Once(() -> conclude(subject, PosteriorWeights.of(subject).orElseThrow()));
    }

    private static Conclusion conclude(Case subject, Weights weights) {
        List<Finding> findings = new ArrayList<>();
        add(
                findings,
                subject,
                "weights",
                new int[] {weights.count()},
                weights.toArray(),
                "1",
                "posterior weights of atoms or components, in their order");
        Optional<Weights> without = Determinants.without(subject);
        without.ifPresent(published -> addDeterminantEffect(findings, subject, weights, published));
        subject.solution()
                .flatMap(solution -> solution.capability(Evidence.class))
                .ifPresent(evidence -> findings.add(Finding.info(
                        "log-evidence", Value.of(evidence.logEvidence()), "1", "log p(y), to compare priors by")));
        subject.solution()
                .flatMap(solution -> solution.capability(Components.class))
                .ifPresent(components -> addMoments(findings, subject, components));
        return new Conclusion(findings, List.of(figure(weights, without)));
    }

    private static void addDeterminantEffect(List<Finding> findings, Case subject, Weights weights, Weights published) {
        double variation = 0;
        for (int n = 0; n < weights.count(); n++) {
            variation += 0.5 * Math.abs(weights.at(n) - published.at(n));
        }
        findings.add(Finding.info(
                        "determinant-effect",
                        Value.of(variation),
                        "1",
                        "total variation between these weights and those without -1/2 log det S; the published code leaves it out")
                .from("Siahkoohi & Sabeddu (2026), eq. 7"));
        add(
                findings,
                subject,
                "weights-without-determinant",
                new int[] {published.count()},
                published.toArray(),
                "1",
                "what leaving out -1/2 log det S would have given");
    }

    private static void addMoments(List<Finding> findings, Case subject, Components components) {
        int count = components.count();
        int size = subject.posterior().space().size();
        String unit = subject.posterior().space().unit();
        if ((long) count * size > LARGEST_FINDING) {
            return;
        }
        double[] means = new double[count * size];
        double[] mean = new double[size];
        for (int n = 0; n < count; n++) {
            components.mean(n, mean);
            System.arraycopy(mean, 0, means, n * size, size);
        }
        add(findings, subject, "means", new int[] {count, size}, means, unit, "means of the components");
        if ((long) count * size * size > LARGEST_FINDING) {
            return;
        }
        double[] covariances = new double[count * size * size];
        for (int n = 0; n < count; n++) {
            double[] matrix = Covariances.toMatrix(components.covariance(n));
            System.arraycopy(matrix, 0, covariances, n * size * size, size * size);
        }
        String squared = unit.equals("1") ? "1" : "(" + unit + ")^2";
        add(
                findings,
                subject,
                "covariances",
                new int[] {count, size, size},
                covariances,
                squared,
                "covariances of the components");
    }

    private static void add(
            List<Finding> findings,
            Case subject,
            String name,
            int[] shape,
            double[] values,
            String unit,
            String advice) {
        subject.sink().array(name, shape, values);
        if (values.length <= LARGEST_FINDING) {
            findings.add(Finding.info(name, new Value(shape, values), unit, advice));
        }
    }

    private static Figure figure(Weights weights, Optional<Weights> without) {
        boolean all = weights.count() <= LARGEST_BAR_CHART;
        int[] shown = all ? indices(weights.count()) : heaviest(weights);
        List<String> names =
                Arrays.stream(shown).mapToObj(n -> Integer.toString(n + 1)).toList();
        List<Layer> layers = new ArrayList<>();
        layers.add(new Bars(
                without.isPresent() ? "with determinant" : "", Role.APPROXIMATE, names, heights(weights, shown)));
        without.ifPresent(published ->
                layers.add(new Bars("without determinant", Role.SERIES, names, heights(published, shown))));
        String caption = (all ? "Posterior weight of each of the " : "The heaviest of the ")
                + weights.count()
                + (all ? " models." : " posterior weights, heaviest first.");
        Panel panel = new Panel(
                "",
                Scale.linear("model", "1"),
                Scale.linear("posterior weight", "1").between(0, 1),
                layers);
        return new Figure("weights", "Posterior weights", caption, List.of(panel));
    }

    private static int[] indices(int count) {
        int[] indices = new int[count];
        Arrays.setAll(indices, n -> n);
        return indices;
    }

    private static int[] heaviest(Weights weights) {
        return Arrays.stream(indices(weights.count()))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer n) -> -weights.at(n)))
                .limit(LARGEST_BAR_CHART)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] heights(Weights weights, int[] shown) {
        return Arrays.stream(shown).mapToDouble(weights::at).toArray();
    }
}
