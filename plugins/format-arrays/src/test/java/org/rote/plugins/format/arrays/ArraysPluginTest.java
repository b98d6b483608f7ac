package org.rote.plugins.format.arrays;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rote.spi.Factory;

class ArraysPluginTest {

    @Test
    void offersFourDataSets() {
        assertThat(new ArraysPlugin().datasets())
                .extracting(Factory::name)
                .containsExactly("inline", "npy", "raw", "csv");
    }

    @Test
    void givesAnExampleOfEach() {
        assertThat(new ArraysPlugin().datasets())
                .allSatisfy(factory -> assertThat(factory.example()).startsWith("type: " + factory.name() + "\n"));
    }
}
