package org.rote.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeededStreamsTest {

    @Test
    void givesTheSameNumbersForTheSameNames() {
        Streams streams = new SeededStreams(7, "case");
        assertThat(streams.random("draw", 3).nextLong())
                .isEqualTo(new SeededStreams(7, "case").random("draw", 3).nextLong());
    }

    @Test
    void givesOtherNumbersForAnyOtherName() {
        Set<Long> first = new HashSet<>();
        for (long seed = 0; seed < 3; seed++) {
            for (String scope : new String[] {"a", "b"}) {
                for (String task : new String[] {"", "c", "draw"}) {
                    for (int index = 0; index < 3; index++) {
                        first.add(new SeededStreams(seed, scope)
                                .random(task, index)
                                .nextLong());
                    }
                }
            }
        }
        assertThat(first).hasSize(3 * 2 * 3 * 3);
        assertThat(new SeededStreams(1, "a").within("b").random("c", 0).nextLong())
                .isNotEqualTo(new SeededStreams(1, "a").random("b/c", 0).nextLong());
    }
}
