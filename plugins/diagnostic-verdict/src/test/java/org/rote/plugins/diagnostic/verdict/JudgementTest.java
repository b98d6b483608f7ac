package org.rote.plugins.diagnostic.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rote.spi.Draws;
import org.rote.spi.Finding;
import org.rote.spi.Likelihood;
import org.rote.spi.Posterior;
import org.rote.spi.Verdict;
import org.rote.spi.Verdict.Word;
import org.rote.testkit.AtomPrior;
import org.rote.testkit.DenseCovariance;
import org.rote.testkit.DenseOperator;
import org.rote.testkit.MixturePrior;
import org.rote.testkit.TestCase;
import org.rote.testkit.WhiteNoise;

/** Cases that a rule of thumb gets wrong, and what is said of them. */
final class JudgementTest {

    private static final long SEED = 20260704;
    private static final int SEVERAL = 5;
    private static final double WIDTH = 0.2;

    private static Verdict verdict(org.rote.spi.Diagnostic.Conclusion conclusion) {
        return conclusion.verdict().orElseThrow();
    }

    private static List<String> names(Verdict verdict) {
        return verdict.figures().stream().map(Finding::name).toList();
    }

    @Test
    void neverCallsANarrowPosteriorInItsRightPlaceMemorized() {
        for (int models : new int[] {50, 200}) {
            for (int k = 0; k < SEVERAL; k++) {
                Planted planted = new Planted(models, SEED + k);
                double[] centre = planted.population(1)[0];
                double[] truth = planted.cloud(centre, 1, WIDTH)[0];
                Verdict verdict =
                        verdict(planted.judged(planted.study().withTruth(truth), planted.cloud(centre, 200, WIDTH)));
                assertThat(verdict.word())
                        .as("N = %d, seed %d: %s", models, SEED + k, verdict.paragraph())
                        .isIn(Word.NO_SIGN, Word.INDISTINGUISHABLE);
            }
        }
    }

    @Test
    void doesNotHoldATruthThatIsAnAverageOfTrainingModelsAgainstTheDraws() {
        for (int k = 0; k < SEVERAL; k++) {
            Planted planted = new Planted(50, SEED + k);
            double[] truth = planted.average(9, 8, 24);
            double[] centre = planted.cloud(truth, 1, WIDTH)[0];
            Verdict verdict =
                    verdict(planted.judged(planted.study().withTruth(truth), planted.cloud(centre, 200, WIDTH)));
            assertThat(verdict.word())
                    .as("seed %d: %s", SEED + k, verdict.paragraph())
                    .isEqualTo(Word.INDISTINGUISHABLE);
        }
    }

    @Test
    void callsALookupOfOneModelMemorizedAndAllowsForItWhereThatModelIsTheTruth() {
        Planted planted = new Planted(50, SEED);
        double[][] draws = planted.cloud(planted.training(7), 100, 0.01);
        assertThat(verdict(planted.judged(planted.study(), draws)).word()).isEqualTo(Word.MEMORIZED);
        double[] other = planted.population(1)[0];
        assertThat(verdict(planted.judged(planted.study().withTruth(other), draws))
                        .word())
                .isEqualTo(Word.MEMORIZED);
        Verdict allowed = verdict(planted.judged(planted.study().withTruth(planted.training(7)), draws));
        assertThat(allowed.word()).isEqualTo(Word.INDISTINGUISHABLE);
        assertThat(allowed.paragraph()).contains("but so would a right posterior around this truth");
    }

    @Test
    void saysHowManyHeldOutModelsItTakes() {
        Planted planted = new Planted(50, SEED);
        Verdict verdict = verdict(Planted.judged(planted.study(), planted.copies(), Optional.empty()));
        assertThat(verdict.word()).isEqualTo(Word.INDISTINGUISHABLE);
        assertThat(verdict.paragraph())
                .contains("There are only 50 left-out training models to compare with, and it takes 399")
                .contains("give held-out ones (key held-out) to be sure");
    }

    @Test
    void needsNoNullForCopiesToTheLastDigit() {
        Planted planted = new Planted(20, SEED);
        double[][] draws = new double[30][];
        Arrays.setAll(draws, k -> planted.training(k % 20));
        Verdict verdict = verdict(Planted.judged(planted.study(), draws, Optional.empty()));
        assertThat(verdict.word()).isEqualTo(Word.MEMORIZED);
        assertThat(verdict.paragraph())
                .startsWith("A quarter of the draws or more equals training models to six digits.");
        assertThat(names(verdict)).containsExactly("copy-probability", "closeness", "closeness-null");
    }

    @Test
    void blamesThePriorForCopiesOfASamplerInClosedForm() {
        Planted planted = new Planted(50, SEED);
        TestCase subject = planted.study();
        Verdict verdict =
                verdict(planted.judged(subject.withSolution(subject.posterior().prior()), planted.copies()));
        assertThat(verdict.paragraph()).contains("so it is the prior that has memorized");
    }

    @Test
    void blamesThePriorForDataThatNothingInItExplains() {
        Planted planted = new Planted(200, SEED);
        Verdict verdict = verdict(planted.judged(planted.study(new double[] {5, -5, 5, 5}), planted.exact()));
        assertThat(verdict.word()).isEqualTo(Word.PRIOR_CANNOT_EXPLAIN);
        assertThat(names(verdict)).containsExactly("misfit", "best-misfit", "best-misfit-probability");
        assertThat(verdict.paragraph())
                .startsWith(
                        "The draws do not explain the data: their squared residuals are 25 times the noise variance. Nor does any of the 200 training models, at best 25 times:");
    }

    /** Three training models; the datum is the first number of one of them. */
    @Test
    void blamesTheSamplerWhereATrainingModelExplainsWhatTheDrawsDoNot() {
        double[][] models = {{0, 1, 0}, {3, 0, 1}, {9, 1, 1}, {12, 0, 0}};
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[][] {{1, 0, 0}}), new WhiteNoise(1, 0.1), new double[] {9});
        TestCase subject = TestCase.of(new Posterior(new AtomPrior(models), likelihood));
        Verdict verdict = verdict(Planted.judged(subject, new double[][] {{0.5, 1, 0}, {0.6, 1, 0}}, Optional.empty()));
        assertThat(verdict.word()).isEqualTo(Word.SAMPLER_WRONG);
        assertThat(names(verdict)).containsExactly("misfit", "misfit-probability", "best-misfit");
        assertThat(verdict.paragraph()).contains("though a training model does (0 times)");
    }

    @Test
    void seesDrawsThatAreTooNarrowByTheTruthAlone() {
        Planted planted = new Planted(50, SEED);
        double[] truth = planted.population(1)[0];
        Verdict verdict = verdict(planted.judged(
                planted.study().withTruth(truth), planted.cloud(new double[Planted.DIMENSION], 200, 0.1)));
        assertThat(verdict.word()).isEqualTo(Word.SAMPLER_WRONG);
        assertThat(names(verdict)).containsExactly("truth-probability", "truth-depth", "draws");
        assertThat(verdict.paragraph()).contains("they are too narrow, or elsewhere");
    }

    @Test
    void hasNothingToSayOfMemorizationWhereNothingWasLearned() {
        MixturePrior prior = MixturePrior.gaussian(new double[2], new DenseCovariance(new double[][] {{1, 0}, {0, 1}}));
        Likelihood likelihood =
                new Likelihood(new DenseOperator(new double[][] {{1, 0}}), new WhiteNoise(1, 1), new double[] {0.3});
        Verdict verdict = verdict(Planted.judged(
                TestCase.of(new Posterior(prior, likelihood)), new double[][] {{0, 0.5}, {0.2, -1}}, Optional.empty()));
        assertThat(verdict.word()).isEqualTo(Word.NO_SIGN);
        assertThat(names(verdict)).containsExactly("training-models", "misfit", "misfit-probability");
        assertThat(verdict.paragraph())
                .startsWith("The prior was not made from training models, so there is nothing to memorize.")
                .contains(
                        "Whether the sampler is right cannot be concluded from so few independent draws (2): take at least 8.");
    }

    @Test
    void givesNoVerdictOnNoDraws() {
        Planted planted = new Planted(50, SEED);
        assertThat(planted.study()
                        .examinedBy(new Judgement(Optional.empty(), Optional.empty()), new Draws(0, new double[0]))
                        .verdict())
                .isEmpty();
    }
}
