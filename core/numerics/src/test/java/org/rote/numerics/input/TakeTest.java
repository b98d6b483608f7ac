package org.rote.numerics.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rote.spi.Checks;
import org.rote.spi.InvalidInputException;

class TakeTest {

    private static final String FORMS =
            " (write a number as 17, a range as 0..4999 or 0..90 step 10, or a list of these)";

    @Test
    void takesEverythingWhenLeftOut() {
        assertThat(models(select(Optional.empty(), 4))).containsExactly(0, 1, 2, 3);
        assertThat(models(select(Optional.empty(), 0))).isEmpty();
        assertThat(select(Optional.empty(), 5_000_000).model(4_999_999)).isEqualTo(4_999_999);
    }

    @Test
    void takesNumbersRangesAndSteps() {
        assertThat(taken(100, "17")).containsExactly(17);
        assertThat(taken(100, "0..4")).containsExactly(0, 1, 2, 3, 4);
        assertThat(taken(100, "7..7")).containsExactly(7);
        assertThat(taken(100, "0..90 step 30")).containsExactly(0, 30, 60, 90);
        assertThat(taken(100, "0..89 step 30")).containsExactly(0, 30, 60);
        assertThat(taken(100, "5..9 step 100")).containsExactly(5);
        assertThat(taken(100, " 1 .. 9  step 4 ")).containsExactly(1, 5, 9);
        assertThat(taken(100, "007")).containsExactly(7);
    }

    @Test
    void keepsTheOrderOfAList() {
        assertThat(taken(100, "9", "1", "4")).containsExactly(9, 1, 4);
        assertThat(taken(100, "20..29 step 3", "0..2", "99")).containsExactly(20, 23, 26, 29, 0, 1, 2, 99);
        assertThat(taken(100, "0..8 step 2", "1..9 step 2")).containsExactly(0, 2, 4, 6, 8, 1, 3, 5, 7, 9);
    }

    @Test
    void knowsWhatIsWantedBeforeTheCountIsKnown() {
        Take take = Take.parse("model", Optional.of(List.of("3", "10..20 step 5")), new Checks());
        assertThat(IntStream.range(0, 30).filter(take::contains)).containsExactly(3, 10, 15, 20);
        assertThat(Take.parse("model", Optional.empty(), new Checks()).contains(Integer.MAX_VALUE))
                .isTrue();
    }

    @Test
    void rejectsWhatIsNoSelection() {
        for (String text : List.of(
                "",
                "all",
                "-1",
                "1-5",
                "0:5",
                "1e3",
                "1..",
                "..5",
                "1...5",
                "1.5",
                "0..9 step",
                "0..9 by 2",
                "99999999999999999999")) {
            rejects("take: must say which models to take, got \"" + text + "\"" + FORMS, 100, text);
        }
        rejects("take[1]: must say which models to take, got \"x\"" + FORMS, 100, "1", "x");
        rejects("take: must not be empty (give at least one)", 100);
    }

    @Test
    void rejectsRangesThatRunBackwardAndStepsOfZero() {
        rejects("take: runs backward, from 9 to 0 (write the smaller number first: 0..9)", 100, "9..0");
        rejects("take: has step 0 (give a step of 1 or more)", 100, "0..9 step 0");
    }

    @Test
    void saysHowManyModelsThereAre() {
        rejects(
                "take: asks for model 5000, but f.npy holds 5000 models, from 0 to 4999 (take numbers up to 4999)",
                5000,
                "0..5000");
        rejects("take[1]: asks for model 7, but f.npy holds one model, number 0 (take numbers up to 0)", 1, "0", "7");
        rejects("take: asks for model 0, but f.npy holds none (name another file)", 0, "0");
        rejects(
                "take: asks for model 999999999999999999, but f.npy holds 2 models, from 0 to 1 (take numbers up to 1)",
                2,
                "999999999999999999");
    }

    @Test
    void tellsEveryProblemAtOnce() {
        rejects(
                "take[0]: asks for model 8, but f.npy holds 5 models, from 0 to 4 (take numbers up to 4); "
                        + "take[2]: asks for model 9, but f.npy holds 5 models, from 0 to 4 (take numbers up to 4)",
                5,
                "8",
                "1",
                "0..9");
    }

    @Test
    void rejectsAModelTakenTwice() {
        rejects("take[1]: takes model 4 again (name each model once)", 100, "0..9", "4");
        rejects("take[2]: takes model 6 again (name each model once)", 100, "0..3", "6..9", "4..6 step 2");
    }

    @Test
    void refusesMoreModelsThanCanBeCounted() {
        rejects("file: f.npy holds 2147483648 models, more than 2147483647 (split the file)", 1L << 31, "0");
    }

    @Test
    void refusesAnIndexOutsideTheSelection() {
        Take.Selection selection = select(Optional.of(List.of("3", "5")), 10);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> selection.model(2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> selection.model(-1));
    }

    private static void rejects(String message, long models, String... entries) {
        assertThatExceptionOfType(InvalidInputException.class)
                .as(List.of(entries).toString())
                .isThrownBy(() -> select(Optional.of(List.of(entries)), models))
                .withMessage(message);
    }

    private static long[] taken(long models, String... entries) {
        return models(select(Optional.of(List.of(entries)), models));
    }

    private static Take.Selection select(Optional<List<String>> entries, long models) {
        Checks checks = new Checks();
        Take take = Take.parse("model", entries, checks);
        checks.verify();
        Take.Selection selection = take.of(models, "f.npy", checks);
        checks.verify();
        return selection;
    }

    private static long[] models(Take.Selection selection) {
        return IntStream.range(0, selection.count()).mapToLong(selection::model).toArray();
    }
}
