package org.rote.operators.propagation.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class StoreTest {

    @Test
    void givesTheLastOneThatCameBack() {
        Store.Shelf<Object> shelf = new Store(30).shelf(10, Object::new);
        Object first = shelf.take();
        Object second = shelf.take();
        shelf.give(first);
        shelf.give(second);
        assertThat(shelf.take()).isSameAs(second);
        assertThat(shelf.take()).isSameAs(first);
    }

    @Test
    void letsGoOfIdleThingsOfOneKindForNewOnesOfAnother() {
        Store store = new Store(30);
        Store.Shelf<Object> tens = store.shelf(10, Object::new);
        Store.Shelf<Object> twenties = store.shelf(20, Object::new);
        Object first = tens.take();
        Object second = tens.take();
        tens.give(first);
        tens.give(second);
        assertThat(store.held()).isEqualTo(20);

        twenties.take();

        assertThat(store.held()).isEqualTo(30);
        // The one that has been idle for longest went.
        assertThat(tens.take()).isSameAs(second);
    }

    @Test
    void lendsMoreThanItHoldsAndForgetsThatAgain() {
        Store store = new Store(15);
        Store.Shelf<Object> shelf = store.shelf(10, Object::new);
        Object[] taken = {shelf.take(), shelf.take(), shelf.take()};
        assertThat(store.held()).isEqualTo(30);
        for (Object thing : taken) {
            shelf.give(thing);
        }
        assertThat(store.held()).isEqualTo(10);
        assertThat(shelf.take()).isSameAs(taken[2]);
    }

    @Test
    void letsGoWhenItMayHoldLess() {
        Store store = new Store(30);
        Store.Shelf<Object> shelf = store.shelf(10, Object::new);
        shelf.give(shelf.take());
        store.keepWithin(-1);
        assertThat(store.held()).isZero();
    }

    @Test
    void letsGoOfIdleThingsForWhatLiesElsewhere() {
        Store store = new Store(30);
        Store.Shelf<Object> shelf = store.shelf(10, Object::new);
        Object first = shelf.take();
        shelf.give(shelf.take());
        assertThat(store.lent()).isEqualTo(10);

        store.reserve(15);

        assertThat(store.held()).isEqualTo(25);
        assertThat(store.lent()).isEqualTo(25);
        store.release(15);
        shelf.give(first);
        assertThat(store.held()).isEqualTo(10);
        assertThat(store.lent()).isZero();
    }

    @Test
    void doesNotCountWhatCouldNotBeMade() {
        Store store = new Store(30);
        Store.Shelf<Object> shelf = store.shelf(10, () -> {
            throw new OutOfMemoryError("for the test");
        });
        assertThatThrownBy(shelf::take).isInstanceOf(OutOfMemoryError.class);
        assertThat(store.held()).isZero();
    }

    @Test
    void refusesLessThanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Store(-1))
                .withMessage("a store must hold at least 0 bytes, got -1");
    }
}
