package org.rote.operators.cuda.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything is given back, and no failure is lost. */
final class ClosingTest {

    private final List<String> done = new ArrayList<>();

    private Runnable good(String name) {
        return () -> done.add(name);
    }

    private static Runnable failing(String message) {
        return () -> {
            throw new CardException(message);
        };
    }

    @Test
    void goesOnAfterAFailureAndTellsAll() {
        assertThatThrownBy(() ->
                        Closing.all(List.of(good("a"), failing("first"), good("b"), failing("second"), good("c"))))
                .hasMessage("first")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .singleElement()
                        .isInstanceOfSatisfying(
                                CardException.class,
                                second -> assertThat(second).hasMessage("second")));
        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void goesOnAfterAnError() {
        Runnable error = () -> {
            throw new AssertionError("worse");
        };
        assertThatThrownBy(() -> Closing.all(List.of(error, good("a"))))
                .isInstanceOf(AssertionError.class)
                .hasMessage("worse");
        assertThat(done).containsExactly("a");
    }

    @Test
    void keepsTheFailureForWhichThingsAreGivenBack() {
        CardException failure = new CardException("why");
        Closing.after(failure, failing("and then"));
        assertThat(failure.getSuppressed()).singleElement().asString().endsWith("and then");
    }
}
