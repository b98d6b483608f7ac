package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SuggestionTest {

    private static final List<String> KEYS = List.of("standard-deviation", "sigma", "nx", "c");

    @Test
    void findsTheWordThatWasMeant() {
        assertThat(Suggestion.nearest("sgima", KEYS)).contains("sigma");
        assertThat(Suggestion.nearest("simga", KEYS)).contains("sigma");
        assertThat(Suggestion.nearest("sigmaa", KEYS)).contains("sigma");
        assertThat(Suggestion.nearest("Sigma", KEYS)).contains("sigma");
        assertThat(Suggestion.nearest("standard-devation", KEYS)).contains("standard-deviation");
    }

    @Test
    void doesNotMindHowWordsAreJoined() {
        assertThat(Suggestion.nearest("standardDeviation", KEYS)).contains("standard-deviation");
        assertThat(Suggestion.nearest("standard_deviation", KEYS)).contains("standard-deviation");
    }

    @Test
    void findsNothingWhereNothingIsNear() {
        assertThat(Suggestion.nearest("training", KEYS)).isEmpty();
        assertThat(Suggestion.nearest("d", KEYS)).isEmpty();
        assertThat(Suggestion.nearest("", KEYS)).isEmpty();
        assertThat(Suggestion.nearest("s".repeat(1_000_000), KEYS)).isEmpty();
        assertThat(Suggestion.nearest("sigma", List.of())).isEmpty();
    }

    @Test
    void listsWhatThereIs() {
        assertThat(Suggestion.fix("sgima", KEYS, "keys"))
                .isEqualTo("did you mean \"sigma\"? keys: standard-deviation, sigma, nx, c");
        assertThat(Suggestion.fix("training", List.of("b", "a"), "keys")).isEqualTo("keys: b, a");
        assertThat(Suggestion.fix("training", List.of(), "keys")).isEqualTo("there are no keys");
    }

    @Test
    void endsAListThatNobodyWouldRead() {
        List<String> many = IntStream.range(100, 150).mapToObj(i -> "case" + i).toList();

        assertThat(Suggestion.fix("x", many, "cases"))
                .startsWith("cases: case100, case101, ")
                .endsWith(", case139 and 10 more");
    }
}
