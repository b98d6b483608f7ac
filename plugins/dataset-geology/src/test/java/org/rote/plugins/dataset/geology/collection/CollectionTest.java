package org.rote.plugins.dataset.geology.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.rote.spi.Dataset;
import org.rote.spi.InvalidInputException;
import org.rote.spi.Part;
import org.rote.spi.Space;
import org.rote.testkit.DatasetContract;
import org.rote.testkit.FixedPart;
import org.rote.testkit.InMemoryDataset;
import org.rote.testkit.TestContext;

class CollectionTest {

    private static final TestContext CONTEXT = TestContext.in(Space.vector(2));

    private static Part<Dataset> inline(double[]... models) {
        return new FixedPart<>("inline", new InMemoryDataset(Space.vector(2), models));
    }

    private static Dataset excluding(Part<Dataset> of, Part<Dataset> models, TestContext context) {
        return new ExcludingFactory().create(new ExcludingConfig(of, models), context);
    }

    private static Part<Dataset> four() {
        return inline(new double[] {1, 2}, new double[] {3, 4}, new double[] {1, 2}, new double[] {5, 6});
    }

    private static double[] read(Dataset dataset, int index) {
        double[] out = new double[2];
        dataset.read(index, out);
        return out;
    }

    @Nested
    class WithoutSomeModels extends DatasetContract {
        @Override
        protected Space space() {
            return Space.vector(2);
        }

        @Override
        protected Dataset dataset() {
            return excluding(four(), inline(new double[] {1, 2}), CONTEXT);
        }
    }

    @Nested
    class OfTwoDataSets extends DatasetContract {
        @Override
        protected Space space() {
            return Space.vector(2);
        }

        @Override
        protected Dataset dataset() {
            return joined();
        }
    }

    private static Dataset joined() {
        return new JoinedFactory().create(new JoinedConfig(List.of(four(), inline(new double[] {7, 8}))), CONTEXT);
    }

    @Test
    void leavesOutEveryOccurrence() {
        Dataset rest = excluding(four(), inline(new double[] {1, 2}), CONTEXT);

        assertThat(rest.count()).isEqualTo(2);
        assertThat(read(rest, 0)).containsExactly(3, 4);
        assertThat(read(rest, 1)).containsExactly(5, 6);
    }

    @Test
    void rejectsModelsOfWhichNoneIsThere() {
        assertThatThrownBy(() -> excluding(four(), inline(new double[] {1, 3}), CONTEXT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("models: none of the 1 models to leave out is among the 4 of the data set"
                        + " (give models that are, bit for bit: the same type, seed and number, or the same file)");
    }

    @Test
    void warnsOfModelsThatAreNotThere() {
        TestContext context = TestContext.in(Space.vector(2));
        excluding(four(), inline(new double[] {3, 4}, new double[] {9, 9}), context);

        assertThat(context.warnings())
                .containsExactly("excluding: 1 of the 2 models to leave out are not among the 4 of the data set");
    }

    @Test
    void joinsDataSetsInTheirOrder() {
        assertThat(joined().count()).isEqualTo(5);
        assertThat(read(joined(), 3)).containsExactly(5, 6);
        assertThat(read(joined(), 4)).containsExactly(7, 8);
        assertThatThrownBy(() -> read(joined(), 5)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void asksForADataSetToJoin() {
        assertThatThrownBy(() -> new JoinedConfig(List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("of: must not be empty (give at least one)");
    }
}
