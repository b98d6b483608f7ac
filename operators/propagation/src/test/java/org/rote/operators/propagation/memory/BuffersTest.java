package org.rote.operators.propagation.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.rote.testkit.ThreadedExecutor;

class BuffersTest {

    @Test
    void lendsTheSameArraysAgainAsTheyWereLeft() {
        Buffers buffers = new Buffers(8, new Store(100));
        Buffers.Lease first = buffers.lease(1);
        float[] array = first.array(0);
        array[3] = 7;
        first.close();

        Buffers.Lease second = buffers.lease(2);

        assertThat(second.array(0)).isSameAs(array);
        assertThat(array[3]).isEqualTo(7);
        assertThat(second.array(1)).isNotSameAs(array).hasSize(8);
    }

    @Test
    void closingTwiceGivesBackOnce() {
        Store store = new Store(1000);
        Buffers buffers = new Buffers(8, store);
        Buffers.Lease lease = buffers.lease(3);

        lease.close();
        lease.close();

        assertThat(lease.count()).isZero();
        assertThatThrownBy(() -> lease.array(0)).isInstanceOf(IndexOutOfBoundsException.class);
        Buffers.Lease again = buffers.lease(4);
        assertThat(again.array(0)).isNotSameAs(again.array(3));
        assertThat(store.held()).isEqualTo(4 * 32);
    }

    @Test
    void neverLendsAnArrayToTwo() {
        int leases = 20_000;
        Store store = new Store(5 * Float.BYTES);
        Buffers buffers = new Buffers(1, store);
        AtomicInteger collisions = new AtomicInteger();

        new ThreadedExecutor(4).forEach(leases, task -> {
            try (Buffers.Lease lease = buffers.lease(1 + task % 3)) {
                for (int i = 0; i < lease.count(); i++) {
                    lease.array(i)[0] = task;
                }
                Thread.onSpinWait();
                for (int i = 0; i < lease.count(); i++) {
                    if (lease.array(i)[0] != task) {
                        collisions.incrementAndGet();
                    }
                }
            }
        });

        assertThat(collisions.get()).isZero();
        assertThat(store.held()).isBetween(1L * Float.BYTES, 5L * Float.BYTES);
    }

    @Test
    void refusesArraysWithoutLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Buffers(0, new Store(0)))
                .withMessage("arrays must have at least one number, got 0");
    }
}
