package org.rote.plugins.diagnostic.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rote.numerics.Derivations;
import org.rote.spi.Atoms;
import org.rote.spi.Case;
import org.rote.spi.Dataset;
import org.rote.spi.Diagnostic;
import org.rote.spi.Drawable;
import org.rote.spi.Draws;
import org.rote.spi.Prior;
import org.rote.spi.TrainingSet;

/**
 * What a case comes to: carries out the tests of {@link Memorization}, {@link Explanation}, {@link Energy} and {@link TruthDepth} and lets {@link Ruling} find the word.
 *
 * <p>Each test rejects what is true at most once in 100 cases. Up to {@value #KEPT} draws, evenly spread, are looked at. Cost: 30 forward evaluations, as many again and one for each training model where the draws do not explain the data; N d multiplications for each draw and each point of a null, and about twenty
 * times that for those whose hull ratio is asked for.
 */
final class Judgement implements Diagnostic {

    private static final int KEPT = 400;

    /** Draws whose data are predicted. */
    private static final int PREDICTED = 30;

    /** Points of either sample in the comparison with a reference. */
    private static final int COMPARED = 200;

    /** Fewer draws than this are told apart from nothing. */
    static final int LEAST_COMPARED = 8;

    /** With fewer training models there is no neighbourhood to compare a distance with. */
    private static final int LEAST_MODELS = 3;

    private final Optional<Dataset> heldOut;
    private final Optional<String> reference;

    Judgement(Optional<Dataset> heldOut, Optional<String> reference) {
        this.heldOut = heldOut;
        this.reference = reference;
    }

    /** Something can always be said: whether the draws explain the data. */
    @Override
    public Optional<String> inapplicable(Case subject) {
        return Optional.empty();
    }

    @Override
    public Examination examine(Case subject) {
        return new Hearing(subject);
    }

    private final class Hearing implements Examination {

        private final Case subject;
        private final Sketch sketch;
        private final int pointSize;
        private final List<double[]> kept = new ArrayList<>();
        private long stride = 1;
        private long seen;

        Hearing(Case subject) {
            this.subject = subject;
            this.sketch = new Sketch(subject);
            this.pointSize = subject.posterior().space().size();
        }

        /** Points are kept, as forward evaluations need them. */
        @Override
        public void accept(Draws draws) {
            for (int k = 0; k < draws.count(); k++) {
                if (seen++ % stride == 0) {
                    kept.add(Arrays.copyOfRange(draws.values(), k * pointSize, (k + 1) * pointSize));
                }
                if (kept.size() == 2 * KEPT) {
                    for (int i = kept.size() - 1; i > 0; i -= 2) {
                        kept.remove(i);
                    }
                    stride *= 2;
                }
            }
        }

        @Override
        public Conclusion conclude() {
            if (kept.isEmpty()) {
                return new Conclusion(List.of(), List.of());
            }
            double[][] points = Points.spread(kept.toArray(double[][]::new), KEPT);
            double[][] draws = sketched(points);
            Optional<double[]> truth = subject.truth().map(sketch::of);
            Optional<Reference> other = reference();
            Optional<Atoms> atoms = atoms();
            Explanation explanation = explanation("draws", Points.spread(points, PREDICTED));
            Optional<Explanation> best = explanation.isMissing() ? best(other, atoms) : Optional.empty();
            double[][] independent = Points.spread(Thinning.independent(draws), COMPARED);
            boolean isMany = independent.length >= LEAST_COMPARED;
            return new Ruling(new Ruling.Evidence(
                            draws.length,
                            atoms.map(Atoms::count).orElse(0),
                            heldOut.isPresent(),
                            atoms.filter(set -> set.count() >= LEAST_MODELS)
                                    .map(set -> memorization(set, draws, truth)),
                            explanation,
                            best,
                            subject.solution().isPresent(),
                            other.map(Reference::name),
                            other.filter(one -> isMany).map(one -> energy(one, independent)),
                            other.filter(one -> isMany).map(one -> Points.width(independent) / width(one)),
                            truth.filter(known -> isMany).map(known -> TruthDepth.of(known, independent)),
                            independent.length))
                    .conclusion();
        }

        private double[][] sketched(double[][] points) {
            double[][] sketched = new double[points.length][];
            subject.executor().forEach(points.length, k -> sketched[k] = sketch.of(points[k]));
            return sketched;
        }

        private Optional<Atoms> atoms() {
            Prior prior = subject.posterior().prior();
            return prior.capability(TrainingSet.class)
                    .map(TrainingSet::training)
                    .or(() -> prior.capability(Atoms.class));
        }

        private Memorization memorization(Atoms atoms, double[][] draws, Optional<double[]> truth) {
            TrainingModels training = new TrainingModels(sketched(models(atoms)), subject.executor());
            return Memorization.of(
                    training, heldOut.map(this::models).map(this::sketched), draws, truth, subject.random("copies", 0));
        }

        private double[][] models(Atoms atoms) {
            double[][] models = new double[atoms.count()][pointSize];
            for (int n = 0; n < models.length; n++) {
                atoms.atom(n, models[n]);
            }
            return models;
        }

        private double[][] models(Dataset set) {
            double[][] models = new double[Math.min(set.count(), KEPT)][pointSize];
            for (int n = 0; n < models.length; n++) {
                set.read(n, models[n]);
            }
            return models;
        }

        /** The best that the prior can do: the reference's draws, or the training models. */
        private Optional<Explanation> best(Optional<Reference> other, Optional<Atoms> atoms) {
            return other.map(one -> explanation("reference", one.draws(subject, PREDICTED)))
                    .or(() -> atoms.map(set -> explanation("training", models(set))));
        }

        private Explanation explanation(String of, double[][] models) {
            return Explanation.of(
                    subject.posterior().likelihood(),
                    models,
                    (task, index) -> subject.random(of + " " + task, index),
                    subject.executor());
        }

        private Energy energy(Reference other, double[][] draws) {
            return Energy.between(
                    draws,
                    sketched(other.draws(subject, draws.length)),
                    subject.executor(),
                    subject.random("dealings", 0));
        }

        private double width(Reference other) {
            return Points.width(sketched(other.draws(subject, COMPARED)));
        }

        /** A sampler that has a closed form itself needs no other, unless one was asked for. */
        private Optional<Reference> reference() {
            return subject.siblings().stream()
                    .filter(sibling -> reference
                            .map(name -> name.equals(sibling.parts().get("sampler")))
                            .orElse(subject.solution().isEmpty()))
                    .flatMap(sibling -> sibling
                            .solution()
                            .flatMap(solution ->
                                    Derivations.of(solution, subject.executor()).capability(Drawable.class))
                            .map(drawable ->
                                    new Reference(sibling.parts().getOrDefault("sampler", sibling.name()), drawable))
                            .stream())
                    .findFirst();
        }
    }

    /**
     * A closed form of the posterior.
     *
     * @param name of its sampler
     * @param drawable gives draws
     */
    private record Reference(String name, Drawable drawable) {

        double[][] draws(Case subject, int count) {
            double[][] draws = new double[count][subject.posterior().space().size()];
            subject.executor().forEach(count, k -> drawable.draw(subject.random("reference", k), draws[k]));
            return draws;
        }
    }
}
