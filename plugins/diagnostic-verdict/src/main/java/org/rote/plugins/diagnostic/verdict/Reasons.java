package org.rote.plugins.diagnostic.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.rote.plugins.diagnostic.verdict.Ruling.Evidence;
import org.rote.spi.Verdict.Word;

/** Why a word was found, in plain words: what decides it, what else holds, and what cannot be concluded for want of something to compare with. */
final class Reasons {

    private static final int DIGITS = 3;

    /** Shown as 0. */
    private static final double SMALLEST = 1e-6;

    private final Evidence evidence;

    Reasons(Evidence evidence) {
        this.evidence = evidence;
    }

    String paragraph(Word word) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                switch (word) {
                    case PRIOR_CANNOT_EXPLAIN -> unexplained();
                    case MEMORIZED -> memorized(found());
                    case SAMPLER_WRONG -> sampler();
                    case INDISTINGUISHABLE -> indistinguishable();
                    case NO_SIGN -> noSign();
                });
        if (word != Word.PRIOR_CANNOT_EXPLAIN && !evidence.isUnfinished()) {
            sentences.add("The draws explain the data (misfit "
                    + text(evidence.explanation().misfit()) + ").");
        }
        if (word == Word.PRIOR_CANNOT_EXPLAIN && evidence.isMemorized()) {
            sentences.add("Besides, they are memorized. " + memorized(found()));
        }
        if (word == Word.MEMORIZED && evidence.isUnfinished()) {
            sentences.add("The sampler is wrong as well. " + sampler());
        }
        if (word == Word.SAMPLER_WRONG) {
            evidence.memorization()
                    .ifPresent(found -> sentences.add(
                            found.isPossible()
                                    ? "Whether they are memorized as well cannot be told."
                                    : "There is no sign of memorization in them."));
        }
        sentences.addAll(elsewhere(word));
        sentences.addAll(missing());
        return String.join(" ", sentences);
    }

    private Memorization found() {
        return evidence.memorization().orElseThrow();
    }

    private String unexplained() {
        String draws = "The draws do not explain the data: their squared residuals are "
                + text(evidence.explanation().misfit()) + " times the noise variance. ";
        return evidence.best()
                .map(
                        best -> draws
                                + evidence.reference()
                                        .map(name -> "Nor do those of the reference \"" + name + "\"")
                                        .orElse("Nor does any of the " + evidence.models() + " training models")
                                + ", at best " + text(best.best()) + " times"
                                + (evidence.reference().isPresent() || evidence.isClosedForm()
                                        ? ": what made them is not in the prior, or the noise is larger than it is said to be."
                                        : ": what made them is not in the training set, or the noise is larger than it is said to be. Where the prior holds more than its training set the sampler may be at fault; a reference sampler would tell."))
                .orElse(
                        draws
                                + (evidence.isClosedForm()
                                        ? "The sampler has the posterior in closed form, so what made them is not in the prior, or the noise is larger than it is said to be."
                                        : "Without training models or a reference sampler the prior cannot be told from a sampler that has not arrived."));
    }

    private String memorized(Memorization found) {
        String nulls = nulls(found);
        String what;
        if (found.isCopied()) {
            what = (found.copyProbability() == 0
                            ? "A quarter of the draws or more equals training models to six digits. "
                            : "The draws are copies of training models. ")
                    + "The median draw is " + text(found.closeness())
                    + " times as far from its nearest training model as from the next ones, where " + nulls + " are "
                    + text(found.nullCloseness()) + " times as far" + probability(found.copyProbability()) + ".";
        } else {
            what = "The draws are averages of training models: the median draw is " + text(found.hullRatio())
                    + " times as far from the convex hull of the training set as from its nearest model, where " + nulls
                    + " are " + text(found.nullHullRatio()) + " times as far" + probability(found.averageProbability())
                    + ".";
        }
        if (evidence.isClosedForm()) {
            return what + " The sampler has the posterior in closed form, so it is the prior that has memorized.";
        }
        return what
                + evidence.energy()
                        .map(energy -> evidence.isOther()
                                ? " The posterior of \"" + reference()
                                        + "\" differs from them, so the sampler adds something of its own"
                                        + probability(energy.probability()) + "."
                                : " The posterior of \"" + reference()
                                        + "\" looks the same, so it is the prior that has memorized, not the sampler"
                                        + probability(energy.probability()) + ".")
                        .orElse("");
    }

    private String sampler() {
        if (evidence.isUnfinished()) {
            return "The draws do not explain the data, squared residuals are "
                    + text(evidence.explanation().misfit()) + " times the noise variance, though "
                    + evidence.reference()
                            .map(name -> "draws of the reference \"" + name + "\" do")
                            .orElse("a training model does")
                    + " (" + text(evidence.best().orElseThrow().best()) + " times)"
                    + probability(evidence.explanation().probability()) + ".";
        }
        if (evidence.isOther()) {
            return "The draws are not of the posterior that \"" + reference() + "\" has in closed form"
                    + probability(evidence.energy().orElseThrow().probability()) + ": their spread is "
                    + text(evidence.spread().orElseThrow()) + " times as large, and their energy distance "
                    + text(evidence.energy().orElseThrow().distance()) + " of the mean distance of all pairs.";
        }
        TruthDepth depth = evidence.depth().orElseThrow();
        return "The truth is " + text(depth.depth()) + " times as far from the draws as they are from each other"
                + probability(depth.probability()) + ": they are too "
                + (depth.depth() > 1 ? "narrow, or elsewhere" : "wide")
                + ". If the truth is nothing that the prior expects the prior is to blame; a reference sampler would tell.";
    }

    private String indistinguishable() {
        if (evidence.memorization().isEmpty()) {
            return "With " + evidence.models()
                    + " training models there is no neighbourhood to compare distances with.";
        }
        Memorization found = found();
        List<String> reasons = new ArrayList<>();
        int needed = Probabilities.leastNulls(Memorization.STANDING_OUT);
        if (found.isExcused()) {
            reasons.add(
                    "The draws lie close to training models, but so would a right posterior around this truth, which is close to them itself"
                            + probability(found.truthProbability().getAsDouble()) + ".");
        } else if (found.nearHull()) {
            reasons.add("The draws lie nearer to averages of training models than " + nulls(found)
                    + " do, but so would any cloud as narrow around the same mean.");
        }
        if (found.nulls() < needed) {
            reasons.add("There are only " + nulls(found) + " to compare with, and it takes " + needed
                    + " until a test can say that draws are closer.");
        }
        if (found.looseProbability() > Probabilities.FALSE_ALARMS && !found.isCopied()) {
            reasons.add("Loose copies of training models would look like one in ten of the draws or more"
                    + probability(found.looseProbability()) + ": at N = " + evidence.models()
                    + " their distances overlap.");
        }
        if (found.isInside()) {
            reasons.add(
                    "The draws lie within the convex hull of the training set, where averages of training models lie too.");
        }
        return String.join(" ", reasons);
    }

    private String noSign() {
        if (evidence.memorization().isEmpty()) {
            return "The prior was not made from training models, so there is nothing to memorize.";
        }
        Memorization found = found();
        return "The draws are no closer to single training models than " + nulls(found)
                + probability(found.copyProbability()) + ", further than loose copies of them"
                + probability(found.looseProbability()) + ", and no nearer to their averages"
                + probability(found.averageProbability()) + ".";
    }

    /** What the comparisons say that did not decide. */
    private List<String> elsewhere(Word word) {
        List<String> sentences = new ArrayList<>();
        boolean isCompared = evidence.isMemorized() || (word == Word.SAMPLER_WRONG && !evidence.isUnfinished());
        if (!isCompared) {
            evidence.energy()
                    .ifPresent(energy ->
                            sentences.add((evidence.isOther() ? "They differ from" : "They cannot be told from")
                                    + " the posterior of \"" + reference() + "\""
                                    + probability(energy.probability()) + "."));
        }
        boolean isSaid = word == Word.SAMPLER_WRONG && !evidence.isUnfinished() && !evidence.isOther();
        if (evidence.truthIsOut() && !isSaid) {
            TruthDepth depth = evidence.depth().orElseThrow();
            sentences.add((depth.depth() > 1
                            ? "The truth lies further out than the draws do"
                            : "The truth lies deeper among the draws than they do themselves, which are wider than they are wrong")
                    + probability(depth.probability()) + ".");
        }
        return sentences;
    }

    private List<String> missing() {
        List<String> sentences = new ArrayList<>();
        if (evidence.memorization().isPresent() && !evidence.isHeldOut()) {
            sentences.add(
                    "Training models left out one by one stand for models that were never seen; give held-out ones (key held-out) to be sure.");
        }
        if (!evidence.isClosedForm() && evidence.energy().isEmpty()) {
            sentences.add(ofSampler());
        }
        return sentences;
    }

    private String ofSampler() {
        if (evidence.independent() < Judgement.LEAST_COMPARED) {
            return "Whether the sampler is right cannot be concluded from so few independent draws ("
                    + evidence.independent() + "): take at least " + Judgement.LEAST_COMPARED + ".";
        }
        return evidence.depth().isPresent()
                ? "One truth is all that was asked about the sampler; a sampler with a closed form on the same posterior would say more."
                : "Whether the sampler is right cannot be concluded: add a sampler with a closed form to the study, or data with a known truth.";
    }

    private String reference() {
        return evidence.reference().orElseThrow();
    }

    private String nulls(Memorization found) {
        return found.nulls() + (evidence.isHeldOut() ? " held-out models" : " left-out training models");
    }

    private static String probability(double p) {
        return " (p " + (p < 0.001 ? "< 0.001" : "= " + text(p)) + ")";
    }

    private static String text(double value) {
        return Math.abs(value) < SMALLEST || !Double.isFinite(value)
                ? Long.toString(Math.round(value))
                : new BigDecimal(value)
                        .round(new MathContext(DIGITS))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
