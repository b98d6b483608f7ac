package org.rote.plugins.diagnostic.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rote.spi.Verdict;

/**
 * Samplers whose fault is known, at three sizes of the training set. A few trials of each; {@code -Drote.trials=100} runs as many as the table of the documentation is made of, in some minutes, and prints it.
 */
final class PlantedTrialsTest {

    private static final int TRIALS = Integer.getInteger("rote.trials", 2);
    private static final double RIGHT = 0.95;
    private static final long SEED = 20260701;

    @ParameterizedTest
    @CsvSource({
        "copies, 50, MEMORIZED", "copies, 200, MEMORIZED", "copies, 1000, MEMORIZED",
        "exact, 50, NO_SIGN", "exact, 200, NO_SIGN", "exact, 1000, NO_SIGN",
        "averages, 50, MEMORIZED", "averages, 200, MEMORIZED", "averages, 1000, MEMORIZED",
        "narrow, 50, SAMPLER_WRONG", "narrow, 200, SAMPLER_WRONG", "narrow, 1000, SAMPLER_WRONG",
        "one-mode, 50, SAMPLER_WRONG", "one-mode, 200, SAMPLER_WRONG", "one-mode, 1000, SAMPLER_WRONG"
    })
    void judgesPlantedSamplers(String sampler, int models, Verdict.Word expected) {
        Map<Verdict.Word, Long> words = new TreeMap<>();
        trials(
                        planted -> {
                            double[][] draws = draws(planted, sampler);
                            return planted.judged(planted.besideTheExact(planted.study()), draws)
                                    .verdict()
                                    .orElseThrow()
                                    .word();
                        },
                        models)
                .forEach((word, count) -> words.merge(word, count, Long::sum));
        assertThat(words.getOrDefault(expected, 0L))
                .as("%s at N = %d, %d trials from seed %d: %s", sampler, models, TRIALS, SEED, words)
                .isGreaterThanOrEqualTo((long) Math.ceil(RIGHT * TRIALS));
    }

    private static Map<Verdict.Word, Long> trials(Function<Planted, Verdict.Word> trial, int models) {
        Map<Verdict.Word, Long> words = new TreeMap<>();
        LongStream.range(0, TRIALS)
                .mapToObj(t -> trial.apply(new Planted(models, SEED + 1000L * models + t)))
                .forEach(word -> words.merge(word, 1L, Long::sum));
        return words;
    }

    private static double[][] draws(Planted planted, String sampler) {
        return switch (sampler) {
            case "copies" -> planted.copies();
            case "exact" -> planted.exact();
            case "averages" -> planted.averages();
            case "narrow" -> planted.narrow();
            case "one-mode" -> planted.oneMode();
            default -> throw new IllegalArgumentException(sampler);
        };
    }
}
