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
        Buffers buffers = new Buffers(8, 4);
        Buffers.Lease first = buffers.lease(1);
        float[] array = first.array(0);
        array[3] = 7;
        first.close();

        Buffers.Lease second = buffers.lease(2);

        assertThat(second.array(0)).isSameAs(array);
        assertThat(array[3]).isEqualTo(7);
        assertThat(second.array(1)).isNotSameAs(array).hasSize(8);
        assertThat(buffers.idle()).isZero();
    }

    @Test
    void closingTwiceGivesBackOnce() {
        Buffers buffers = new Buffers(8, 10);
        Buffers.Lease lease = buffers.lease(3);

        lease.close();
        lease.close();

        assertThat(buffers.idle()).isEqualTo(3);
        assertThat(lease.count()).isZero();
        assertThatThrownBy(() -> lease.array(0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void keepsNoMoreThanItMay() {
        Buffers buffers = new Buffers(8, 2);

        buffers.lease(5).close();

        assertThat(buffers.idle()).isEqualTo(2);
    }

    @Test
    void neverLendsAnArrayToTwo() {
        int leases = 20_000;
        Buffers buffers = new Buffers(1, 5);
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
        assertThat(buffers.idle()).isBetween(1, 5);
    }

    @Test
    void refusesArraysWithoutLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Buffers(0, -1))
                .withMessageContaining("got 0 numbers and -1 arrays");
    }
}
