package org.rote.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.rote.spi.ChainState;
import org.rote.spi.Space;
import org.rote.spi.Value;

class TestContextTest {

    @Test
    void collectsWarningsInOrder() {
        TestContext context = TestContext.in(Space.vector(2));
        context.warn("first");
        context.warn("second");
        assertThat(context.warnings()).containsExactly("first", "second");
    }

    @Test
    void givesAnOperatorNoSpace() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TestContext.forOperator().space())
                .withMessage("an operator defines the spaces itself");
    }

    @Test
    void randomnessFollowsFromTheSeed() {
        TestContext one = TestContext.in(Space.vector(2));
        assertThat(one.random("task", 3).nextLong())
                .isEqualTo(one.random("task", 3).nextLong());
        assertThat(one.withSeed(2).random("task", 3).nextLong())
                .isNotEqualTo(one.random("task", 3).nextLong());
    }

    @Test
    void lendsACopyOfTheData() {
        TestContext context = TestContext.in(Space.vector(2)).withData(1, 2);
        context.data().orElseThrow()[0] = 9;
        assertThat(context.data().orElseThrow()).containsExactly(1, 2);
    }

    @Test
    void samplerContextKeepsArraysAndState() {
        TestSamplerContext context = new TestSamplerContext(10).resumingFrom(ChainState.at(4));
        context.sink().array("weights", new int[] {2}, new double[] {0.25, 0.75});
        assertThat(context.arrays()).containsEntry("weights", Value.of(new double[] {0.25, 0.75}));
        assertThat(context.resumeFrom().orElseThrow().pieces()).isEqualTo(4);
        assertThat(context.draws()).isEqualTo(10);
    }

    @Test
    void datasetRefusesModelsOfAnotherSize() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> new InMemoryDataset(Space.vector(2), new double[] {1, 2}, new double[] {3}))
                .withMessage("model 1 has 1 values, the space has 2");
    }
}
