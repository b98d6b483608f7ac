package org.rote.operators.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rote.operators.survey.Position;
import org.rote.operators.survey.Shot;
import org.rote.spi.Linearization;
import org.rote.spi.NumericsException;
import org.rote.testkit.TestContext;

/** A budget beyond Java's heap ends in a smaller budget, or in advice, not in a heap that is full. */
final class SmallHeapTest {

    private static final double BUDGET = 4e9;
    private static final long AMPLE = 8_000_000_000L;
    private static final long TIGHT = 1_000_000;
    private static final long TINY = 100_000;

    private static final Survey SURVEY = Survey.of(
                    List.of(30, 34),
                    10,
                    12,
                    0.24,
                    new Shot(new Position(31, 0, 20), List.of(new Position(40, 0, 20), new Position(233, 0, 300))))
            .withCells(6)
            .withMemory(BUDGET);

    private final TestContext context = TestContext.forOperator();
    private final double[] model = SURVEY.homogeneous(2000);

    private double[] gradient(long heap) {
        Propagator propagator = new Propagator(
                SURVEY.settings(),
                context,
                (grid, shots, budget, own) -> new CoreStepping(grid, shots, budget, heap, own));
        double[] gradient = new double[model.length];
        try (Linearization at = propagator.linearize(model)) {
            at.vjp(at.value().clone(), gradient);
        }
        return gradient;
    }

    @Test
    void keepsWhatTheHeapHasRoomForAndSaysSo() {
        double[] expected = gradient(AMPLE);
        assertThat(context.notes()).noneMatch(note -> note.contains("heap"));
        assertThat(gradient(TIGHT)).containsExactly(expected);
        assertThat(context.notes())
                .anyMatch(note -> note.contains("of 750 kB; Java's heap of 1.0 MB has room for no more")
                        && note.contains("ROTE_JAVA_OPTS=-Xmx5087m"));
    }

    @Test
    void asksForALargerHeapWhereItIsTooSmallForAnything() {
        assertThatThrownBy(() -> gradient(TINY))
                .isInstanceOf(NumericsException.class)
                .hasMessageStartingWith(
                        "memory of 75 kB, what Java's heap has room for, is too little for a derivative")
                .hasMessageContaining("\n  fix  give Java a larger heap, ROTE_JAVA_OPTS=-Xmx");
    }
}
