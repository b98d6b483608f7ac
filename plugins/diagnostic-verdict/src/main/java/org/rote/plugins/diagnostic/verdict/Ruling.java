package org.rote.plugins.diagnostic.verdict;

import static org.rote.plugins.diagnostic.verdict.Probabilities.FALSE_ALARMS;

import java.util.List;
import java.util.Optional;
import org.rote.spi.Diagnostic.Conclusion;
import org.rote.spi.Verdict;
import org.rote.spi.Verdict.Word;

/**
 * From evidence to a word. The first of these that holds is the verdict; what else holds is said after it.
 *
 * <ol>
 *   <li>neither the draws nor the best that the prior holds explain the data: <i>prior cannot explain the data</i>;
 *   <li>draws are copies or averages, and not for the truth's sake: <i>memorized</i>;
 *   <li>a better explanation was there, the draws differ from the reference, or, without a reference, the truth does not lie among them: <i>sampler wrong</i>;
 *   <li>there is a training set and memorized draws might look like this: <i>not distinguishable from memorized at this N</i>;
 *   <li><i>no sign of memorization</i>.
 * </ol>
 */
final class Ruling {

    /**
     * What the tests say.
     *
     * @param draws how many were looked at
     * @param models training models, 0 without a training set
     * @param isHeldOut whether the null of memorization are held-out models
     * @param memorization empty without a training set
     * @param explanation of the data by the draws
     * @param best of the data by the reference or the training models, where the draws do not
     * @param isClosedForm whether the sampler has the posterior in closed form
     * @param reference the sampler that the draws were compared with
     * @param energy of the comparison
     * @param spread of the draws over that of the reference
     * @param depth of the truth, where it is known
     * @param independent draws that were left for the last two
     */
    record Evidence(
            int draws,
            int models,
            boolean isHeldOut,
            Optional<Memorization> memorization,
            Explanation explanation,
            Optional<Explanation> best,
            boolean isClosedForm,
            Optional<String> reference,
            Optional<Energy> energy,
            Optional<Double> spread,
            Optional<TruthDepth> depth,
            int independent) {

        boolean isUnexplained() {
            return explanation.isMissing()
                    && (isClosedForm || best.map(Explanation::isMissingAtBest).orElse(true));
        }

        boolean isUnfinished() {
            return explanation.isMissing() && !isUnexplained();
        }

        boolean isMemorized() {
            return memorization.map(Memorization::isMemorized).orElse(false);
        }

        boolean isOther() {
            return energy.map(found -> found.probability() <= FALSE_ALARMS).orElse(false);
        }

        /** Against the sampler only where nothing better tells. */
        boolean isMissingTruth() {
            return !isClosedForm && energy.isEmpty() && truthIsOut();
        }

        boolean truthIsOut() {
            return depth.map(found -> found.probability() <= FALSE_ALARMS).orElse(false);
        }

        boolean isIndistinguishable() {
            return memorization.map(Memorization::isPossible).orElse(models > 0);
        }
    }

    private final Evidence evidence;

    Ruling(Evidence evidence) {
        this.evidence = evidence;
    }

    Conclusion conclusion() {
        Word word = word();
        Figures figures = new Figures(evidence);
        Verdict verdict = new Verdict(word, new Reasons(evidence).paragraph(word), figures.deciding(word));
        return new Conclusion(figures.all(), List.of(), Optional.of(verdict));
    }

    private Word word() {
        if (evidence.isUnexplained()) {
            return Word.PRIOR_CANNOT_EXPLAIN;
        }
        if (evidence.isMemorized()) {
            return Word.MEMORIZED;
        }
        if (evidence.isUnfinished() || evidence.isOther() || evidence.isMissingTruth()) {
            return Word.SAMPLER_WRONG;
        }
        return evidence.isIndistinguishable() ? Word.INDISTINGUISHABLE : Word.NO_SIGN;
    }
}
